CREATE TABLE "recovery_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "company_drafts" (
	"company_id" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"edited_by" text,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"remarks" jsonb
);
--> statement-breakpoint
CREATE TABLE "files" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"width" integer,
	"height" integer,
	"text" text,
	"text_state" text DEFAULT 'none' NOT NULL,
	"codes" jsonb NOT NULL,
	"uploaded_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "joinings" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"name_key" text NOT NULL,
	"message" text,
	"state" text NOT NULL,
	"company_id" text,
	"reason" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_files" (
	"id" serial PRIMARY KEY NOT NULL,
	"technology_id" text NOT NULL,
	"hash" text NOT NULL,
	"access" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "table_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"company_id" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"problems" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_releases" (
	"id" text PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"technology_id" text NOT NULL,
	"document_id" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"released_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "company_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "pending_email" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_secret" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_step" integer;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "translation_wanted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "submitted_by" text;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "submitted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "decided_by" text;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "remarks" jsonb;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "sign_offs" jsonb;--> statement-breakpoint
ALTER TABLE "technologies" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_drafts" ADD CONSTRAINT "company_drafts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joinings" ADD CONSTRAINT "joinings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joinings" ADD CONSTRAINT "joinings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_files" ADD CONSTRAINT "listing_files_technology_id_technologies_id_fk" FOREIGN KEY ("technology_id") REFERENCES "public"."technologies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_files" ADD CONSTRAINT "listing_files_hash_files_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_imports" ADD CONSTRAINT "table_imports_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_imports" ADD CONSTRAINT "table_imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_releases" ADD CONSTRAINT "document_releases_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_releases" ADD CONSTRAINT "document_releases_technology_id_technologies_id_fk" FOREIGN KEY ("technology_id") REFERENCES "public"."technologies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_codes_by_user" ON "recovery_codes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "company_drafts_by_state" ON "company_drafts" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE INDEX "files_by_time" ON "files" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "joinings_by_state" ON "joinings" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "joinings_by_user" ON "joinings" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_files_once" ON "listing_files" USING btree ("technology_id","hash","access");--> statement-breakpoint
CREATE INDEX "listing_files_by_hash" ON "listing_files" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "table_imports_by_company" ON "table_imports" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE INDEX "document_releases_by_inquiry" ON "document_releases" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "document_releases_by_hash" ON "document_releases" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "users_by_company" ON "users" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "listing_revisions_by_state" ON "listing_revisions" USING btree ("state","submitted_at");