-- One event with its document and its incident is found in any number of them.
CREATE INDEX documents_by_id ON documents (document_id);
CREATE INDEX imported_documents_by_id ON imported_documents (document_id);
CREATE INDEX members_by_event ON members (event_id);
