/** What a DSSE signature is over (DSSE protocol, "Signature definition"): the type and the payload, each with its length in front. */
export function preAuthEncoding(type: string, payload: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `),
    payload,
  ]);
}
