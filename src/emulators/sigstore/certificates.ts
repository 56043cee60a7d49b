/** Fulcio: a signing certificate for whoever shows an identity token (Fulcio's `/api/v2/signingCert`). */
import { createPublicKey, verify } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';

/** An answer of an emulated Sigstore service. */
export interface Reply {
  readonly status: 201 | 400;
  readonly body: object;
}

export interface CertificateOptions {
  /** The keys of the issuer whose identity tokens it takes. */
  readonly keys: () => Promise<JSONWebKeySet> | JSONWebKeySet;
  readonly certify: (request: string) => Promise<string>;
}

interface Request {
  readonly credentials?: { readonly oidcIdentityToken?: string };
  readonly publicKeyRequest?: {
    readonly publicKey?: { readonly content?: string };
    /** Signature over the token's subject, base64. */
    readonly proofOfPossession?: string;
  };
}

/** Answers a request for a certificate as Fulcio does: 400 in gRPC's words where token or proof do not hold. */
export async function certificateReply(text: string, options: CertificateOptions): Promise<Reply> {
  const request = parsed(text);
  const subject = await subjectOf(request?.credentials?.oidcIdentityToken, options);
  if (subject === undefined) return refusal('There was an error processing the identity token');
  if (!isProven(request, subject))
    return refusal('The signature supplied in the request could not be verified');
  return { status: 201, body: JSON.parse(await options.certify(text)) as object };
}

function parsed(text: string): Request | undefined {
  try {
    return JSON.parse(text) as Request;
  } catch {
    // Without a token it is refused as one that has a bad one.
    return undefined;
  }
}

/** Who the token is of, where it is signed by the issuer, for Sigstore, and in time. */
async function subjectOf(
  token: string | undefined,
  { keys }: CertificateOptions,
): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token ?? '', createLocalJWKSet(await keys()), {
      audience: 'sigstore',
    });
    return payload.sub;
  } catch {
    // Fulcio tells nobody what is wrong with a token.
    return undefined;
  }
}

function isProven(request: Request | undefined, subject: string): boolean {
  const { publicKey, proofOfPossession = '' } = request?.publicKeyRequest ?? {};
  try {
    const key = createPublicKey(publicKey?.content ?? '');
    return verify('sha256', Buffer.from(subject), key, Buffer.from(proofOfPossession, 'base64'));
  } catch {
    // A key that is none proves nothing.
    return false;
  }
}

function refusal(message: string): Reply {
  return { status: 400, body: { code: 3, message, details: [] } };
}
