CREATE TABLE search_documents (doc integer NOT NULL, tokens tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX search_documents_by_doc ON search_documents (doc);
--> statement-breakpoint
CREATE INDEX search_documents_tokens ON search_documents USING gin (tokens) WITH (fastupdate = off);
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'this table is append-only'; END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER contact_views_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON contact_views FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
