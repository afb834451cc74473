"""What pyHanko says of each signature: python pyhanko-verdicts.py ROOTS.pem|- FILE…, one line of JSON a file.

With "-" the certificates that come with a signature are its trust roots.
"""

import json
import logging
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)


def roots_of(path):
    with open(path, "rb") as file:
        return [x509.Certificate.load(der) for _, _, der in pem.unarmor(file.read(), multiple=True)]


def judge_signature(signature, roots):
    def context():
        own = roots if roots is not None else [*signature.other_embedded_certs, signature.signer_cert]
        return ValidationContext(trust_roots=own, allow_fetching=False, revocation_mode="soft-fail")

    stamp = signature.sig_object_type == "/DocTimeStamp"
    found = {"type": "time-stamp" if stamp else "signature"}
    try:
        status = (
            validate_pdf_timestamp(signature, context())
            if stamp
            else validate_pdf_signature(signature, context(), context())
        )
    except Exception as error:  # a verdict that pyHanko refuses to give
        return {**found, "refused": f"{type(error).__name__}: {error}"}
    return {
        **found,
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "coverage": status.coverage.name if status.coverage else None,
        "changes": status.modification_level.name if status.modification_level is not None else None,
    }


def judge_file(path, roots):
    try:
        with open(path, "rb") as file:
            signatures = PdfFileReader(file, strict=False).embedded_signatures
            return {"signatures": [judge_signature(signature, roots) for signature in signatures]}
    except Exception as error:
        return {"signatures": [], "refused": f"{type(error).__name__}: {error}"}


def main():
    roots = None if sys.argv[1] == "-" else roots_of(sys.argv[1])
    for path in sys.argv[2:]:
        print(json.dumps({"path": path, **judge_file(path, roots)}), flush=True)


main()
