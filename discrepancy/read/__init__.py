"""Articles to documents: files, manifests, encodings, dates of publication, and the parts of a page."""

from discrepancy.read.build import build_document, document_from_text
from discrepancy.read.documents import document_from_path, read_available, read_documents

__all__ = [
    "build_document",
    "document_from_path",
    "document_from_text",
    "read_available",
    "read_documents",
]
