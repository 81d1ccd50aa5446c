CREATE VIRTUAL TABLE search_documents USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER contact_views_no_update BEFORE UPDATE ON contact_views BEGIN SELECT RAISE(ABORT, 'the record of views is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER contact_views_no_delete BEFORE DELETE ON contact_views BEGIN SELECT RAISE(ABORT, 'the record of views is append-only'); END;
