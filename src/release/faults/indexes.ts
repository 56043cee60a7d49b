import { afterTries, listed, named, quoted, type Row, refused, sentence } from './fault-text.ts';

/** An index as a whole: its address, its troubles, its delays. */
export const indexes = {
  'index-maintenance': refused((d) => ({
    title: `${named(d.index)} takes no uploads at present`,
    remedy: `Wait until ${named(d.index)} takes uploads again, then run again: what stands is kept.`,
    blame: 'world',
  })),
  'index-trouble': ((d) => ({
    title: `${named(d.index)} does not answer as it should`,
    finding: `${d.operation} failed ${afterTries(d.attempts)}: ${sentence(d.last)}`,
    remedy: 'Safe to run again as is: what already stands is looked at first.',
    blame: 'world',
  })) as Row<{ index: string; operation: string; attempts: number; last: string }>,
  'index-address': ((d) => ({
    title: `${d.input} is not an upload address`,
    finding: `${d.address} answered ${d.status} to an upload: it looks like another page of the index.`,
    remedy: 'Give the upload address; that of an index laid out as PyPI is ends in /legacy/, slash included.',
  })) as Row<{ input: string; address: string; status: number }>,
  'testpypi-public': ((d) => ({
    title: 'The public TestPyPI would get what is for an index of your own',
    finding: `pypi-url is ${quoted(d.upload)}, and testpypi-url is left out: the phase testpypi would put the files on ${d.trial} first, where all can read them.`,
    remedy: `Leave the phase testpypi out, as paths B and C do; or give the upload address of a test index of your own as testpypi-url; or, where all may have the files, give testpypi-url as ${d.trial}.`,
  })) as Row<{ upload: string; trial: string }>,
  'not-stored': ((d) => {
    const them = d.files.length === 1 ? 'it' : 'them';
    return {
      title: `${named(d.index)} does not have what it said it took`,
      finding: `The upload of ${listed(d.files)} was answered with success, but after ${d.seconds} s the record of the release on ${named(d.index)} still does not have ${them}.`,
      remedy: 'Run again: a file that is there by then is left alone, one that is not is uploaded again.',
      blame: 'world',
    };
  }) as Row<{ index: string; files: readonly string[]; seconds: number }>,
  'not-served': ((d) => {
    const [were, them] = d.files.length === 1 ? ['was', 'it'] : ['were', 'them'];
    return {
      title: `${named(d.index)} does not serve the files yet`,
      finding: `${listed(d.files)} ${were} uploaded, but after ${d.seconds} s ${d.where} still does not list ${them} with our digest.`,
      remedy: 'The files are stored; the index is only slow. Run again later: the run goes on from here.',
      blame: 'world',
    };
  }) as Row<{ index: string; files: readonly string[]; seconds: number; where: string }>,
} as const;
