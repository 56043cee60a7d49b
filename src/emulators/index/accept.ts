interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The media types that a request accepts, best first (RFC 9110 section 12.5.1, as WebOb's `acceptable_offers` counts it).
 *
 * @param header the `Accept` header; absent or unreadable accepts every offer
 * @param offers media types without parameters, in the server's order of preference
 */
export function acceptableOffers(header: string | undefined, offers: readonly string[]): readonly string[] {
  if (header === undefined) return offers;
  const ranges = header.split(',').flatMap(rangeFrom);
  return offers
    .map((offer) => ({ offer, quality: qualityOf(offer, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ offer }) => offer);
}

function rangeFrom(text: string): readonly Range[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return [];
  const weight = parameters.find((parameter) => /^q=/i.test(parameter));
  if (weight === undefined && parameters.length > 0) return [];
  return [{ type: type.toLowerCase(), quality: weight === undefined ? 1 : Number(weight.slice(2)) }];
}

function qualityOf(offer: string, ranges: readonly Range[]): number {
  const [major = ''] = offer.split('/');
  for (const type of [offer, `${major}/*`, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === type);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
