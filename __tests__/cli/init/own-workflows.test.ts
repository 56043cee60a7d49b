import { describe, expect, it } from '@jest/globals';
import { ownWorkflow } from '../../../src/cli/init/own-workflows.ts';

const USES = 'org/pypi-release@v1';

describe('a workflow of this action', () => {
  it('tells the directories of its projects, and its tags', () => {
    const text = `on: {push: {tags: ['v*', '!v0*']}}
jobs:
  one: {steps: [{run: make}, {uses: ${USES}, with: {working-directory: ./libs/one/}}]}
  two: {steps: [{uses: ${USES}}]}
`;
    expect(ownWorkflow(text)).toEqual({ directories: ['libs/one', '.'], tags: ['v*', '!v0*'] });
  });

  it('may have a single tag, or none', () => {
    const steps = `jobs: {it: {steps: [{uses: ${USES}}]}}\n`;
    expect(ownWorkflow(`on: {push: {tags: v*}}\n${steps}`)?.tags).toEqual(['v*']);
    expect(ownWorkflow(`on: schedule\n${steps}`)?.tags).toEqual([]);
  });

  it.each([
    ['that uses others alone', 'jobs: {it: {steps: [{uses: actions/checkout@v7}]}}'],
    ['that rehearses', 'jobs: {it: {steps: [{uses: org/pypi-release/rehearse@v1}]}}'],
    ['that names it in a comment', `jobs: {it: {steps: [{run: make}]}} # uses: ${USES}`],
    ['that is no YAML', `jobs: [\nuses: ${USES}`],
    ['that is empty', ''],
  ])('is none %s', (_what, text) => {
    expect(ownWorkflow(text)).toBeUndefined();
  });
});
