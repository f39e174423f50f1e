-- A column has an index only once the transaction that filled it is over.
CREATE INDEX events_by_key ON events (key);
CREATE INDEX documents_by_key ON documents (key);
CREATE INDEX imported_documents_by_key ON imported_documents (key);
CREATE INDEX members_by_key ON members (key);
