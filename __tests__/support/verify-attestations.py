"""Verifies attestations by pypi-attestations, as PyPI does, but under a trust root of one's own.

Arguments: the trusted root (JSON) and a list of {distribution, attestation, repository, workflow} (JSON).
Prints one JSON object for each: what was verified, or the error.
"""

import json
import sys
from pathlib import Path

from pypi_attestations import Attestation, Distribution, GitHubPublisher
from sigstore.models import TrustedRoot
from sigstore.verify import Verifier

verifier = Verifier(trusted_root=TrustedRoot.from_file(sys.argv[1]))
Verifier.production = classmethod(lambda cls, *, offline=False: verifier)

for each in json.loads(Path(sys.argv[2]).read_text()):
    distribution = Distribution.from_file(Path(each["distribution"]))
    publisher = GitHubPublisher(repository=each["repository"], workflow=each["workflow"])
    try:
        attestation = Attestation.model_validate(each["attestation"])
        predicate_type, _ = attestation.verify(publisher, distribution)
        entry = attestation.verification_material.transparency_entries[0]
        seen = {
            "verified": predicate_type,
            "subject": attestation.statement["subject"],
            "claims": attestation.certificate_claims,
            "log": {"index": entry["logIndex"], "kind": entry["kindVersion"]["kind"]},
        }
    except Exception as error:
        seen = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"distribution": distribution.name, "digest": distribution.digest, **seen}))
