CREATE TABLE "inquiry_search" (
	"doc" serial PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"edition" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "escalated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inquiry_search" ADD CONSTRAINT "inquiry_search_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inquiry_search_once" ON "inquiry_search" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "inquiry_search_by_edition" ON "inquiry_search" USING btree ("edition");--> statement-breakpoint
CREATE INDEX "inquiries_by_change" ON "inquiries" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "inquiries_at_desk" ON "inquiries" USING btree ("stage","owner_id","office","due_at","waits_for","escalated_at");--> statement-breakpoint
CREATE TABLE inquiry_documents (doc integer NOT NULL, tokens tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX inquiry_documents_by_doc ON inquiry_documents (doc);
--> statement-breakpoint
CREATE INDEX inquiry_documents_tokens ON inquiry_documents USING gin (tokens) WITH (fastupdate = off);
