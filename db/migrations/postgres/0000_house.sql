CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"office" text,
	"locale" text DEFAULT 'ja' NOT NULL,
	"password_hash" text,
	"demo" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name_ja" text,
	"name_zh" text,
	"name_en" text,
	"reading" text,
	"pinyin" text,
	"romanised" text,
	"former_names" jsonb NOT NULL,
	"name_key" text NOT NULL,
	"sort_kana" text collate "C" NOT NULL,
	"sort_pinyin" text collate "C" NOT NULL,
	"sort_alpha" text collate "C" NOT NULL,
	"kind" text DEFAULT 'company' NOT NULL,
	"prefecture" text,
	"size" text,
	"site" text,
	"corporate_number" text,
	"profile_ja" text,
	"profile_zh" text,
	"state" text DEFAULT 'published' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"company_id" text NOT NULL,
	"name" text NOT NULL,
	"department" text,
	"email" text,
	"phone" text,
	"wechat" text,
	"locale" text DEFAULT 'ja' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concepts" (
	"id" text PRIMARY KEY NOT NULL,
	"ja" jsonb NOT NULL,
	"zh" jsonb NOT NULL,
	"en" jsonb NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fields" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"position" integer NOT NULL,
	"ja" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"technology_id" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"language" text NOT NULL,
	"access" text NOT NULL,
	"text" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_images" (
	"id" text PRIMARY KEY NOT NULL,
	"technology_id" text NOT NULL,
	"position" integer NOT NULL,
	"hash" text NOT NULL,
	"alt_ja" text NOT NULL,
	"alt_zh" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"technology_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"author_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"doc" serial PRIMARY KEY NOT NULL,
	"technology_id" text NOT NULL,
	"company_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"live" boolean NOT NULL,
	"sort_kana" text collate "C" NOT NULL,
	"sort_pinyin" text collate "C" NOT NULL,
	"sort_alpha" text collate "C" NOT NULL,
	"marks" jsonb NOT NULL,
	"card" jsonb NOT NULL,
	"valid_until" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "technologies" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"company_id" text NOT NULL,
	"state" text NOT NULL,
	"published_revision_id" text,
	"verified_on" text,
	"verified_by" text,
	"valid_until" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "approaches" (
	"id" text PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"company_id" text NOT NULL,
	"stage" text NOT NULL,
	"question" text NOT NULL,
	"decline_reason" text,
	"buyer_consent_at" timestamp (3) with time zone,
	"firm_consent_at" timestamp (3) with time zone,
	"export_control_seen_by" text,
	"contact_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"stage_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"party" text NOT NULL,
	"purpose" text NOT NULL,
	"notice_version" text NOT NULL,
	"locale" text NOT NULL,
	"text_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "contact_views" (
	"id" serial PRIMARY KEY NOT NULL,
	"actor" text NOT NULL,
	"subject" text NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inquiries" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket" text NOT NULL,
	"stage" text NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"origin" text DEFAULT 'site' NOT NULL,
	"submission_key" text NOT NULL,
	"held" boolean DEFAULT false NOT NULL,
	"organisation_kind" text NOT NULL,
	"region" text,
	"size" text,
	"name_to_firm" boolean DEFAULT false NOT NULL,
	"on_behalf" jsonb,
	"site" text,
	"process" text,
	"present_data" text,
	"goal" text,
	"budget" text,
	"timing" text,
	"cooperation" text,
	"message" text NOT NULL,
	"office" text,
	"owner_id" text,
	"due_at" timestamp (3) with time zone,
	"close_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"stage_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inquiry_contacts" (
	"inquiry_id" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"person" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "inquiry_messages" (
	"id" serial PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"approach_id" text,
	"author" text NOT NULL,
	"author_id" text,
	"audience" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"translation" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inquiry_technologies" (
	"id" serial PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"technology_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provisions" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket" text NOT NULL,
	"company_id" text NOT NULL,
	"to_party" text NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_counts" (
	"key" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"language" text NOT NULL,
	"device" text NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"name" text PRIMARY KEY NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"value" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_holder" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"id" serial PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"codes" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"recipient" text NOT NULL,
	"locale" text NOT NULL,
	"payload" jsonb NOT NULL,
	"message_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"reply" text,
	"failed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "private_links" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject" text NOT NULL,
	"generation" integer NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_contacts" ADD CONSTRAINT "company_contacts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_documents" ADD CONSTRAINT "listing_documents_technology_id_technologies_id_fk" FOREIGN KEY ("technology_id") REFERENCES "public"."technologies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_images" ADD CONSTRAINT "listing_images_technology_id_technologies_id_fk" FOREIGN KEY ("technology_id") REFERENCES "public"."technologies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD CONSTRAINT "listing_revisions_technology_id_technologies_id_fk" FOREIGN KEY ("technology_id") REFERENCES "public"."technologies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD CONSTRAINT "listing_revisions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_technology_id_technologies_id_fk" FOREIGN KEY ("technology_id") REFERENCES "public"."technologies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "technologies" ADD CONSTRAINT "technologies_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approaches" ADD CONSTRAINT "approaches_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approaches" ADD CONSTRAINT "approaches_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_contacts" ADD CONSTRAINT "inquiry_contacts_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_messages" ADD CONSTRAINT "inquiry_messages_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_messages" ADD CONSTRAINT "inquiry_messages_approach_id_approaches_id_fk" FOREIGN KEY ("approach_id") REFERENCES "public"."approaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_technologies" ADD CONSTRAINT "inquiry_technologies_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_technologies" ADD CONSTRAINT "inquiry_technologies_technology_id_technologies_id_fk" FOREIGN KEY ("technology_id") REFERENCES "public"."technologies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_slug" ON "companies" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "companies_name_key" ON "companies" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "companies_corporate_number" ON "companies" USING btree ("corporate_number");--> statement-breakpoint
CREATE INDEX "company_contacts_by_company" ON "company_contacts" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "fields_by_position" ON "fields" USING btree ("position");--> statement-breakpoint
CREATE INDEX "listing_documents_by_technology" ON "listing_documents" USING btree ("technology_id");--> statement-breakpoint
CREATE INDEX "listing_images_by_technology" ON "listing_images" USING btree ("technology_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_revisions_number" ON "listing_revisions" USING btree ("technology_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "listings_technology" ON "listings" USING btree ("technology_id");--> statement-breakpoint
CREATE INDEX "listings_by_company" ON "listings" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "listings_by_version" ON "listings" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "technologies_slug" ON "technologies" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "technologies_by_company" ON "technologies" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "approaches_once" ON "approaches" USING btree ("inquiry_id","company_id");--> statement-breakpoint
CREATE INDEX "approaches_by_company" ON "approaches" USING btree ("company_id","stage");--> statement-breakpoint
CREATE INDEX "consents_by_subject" ON "consents" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "contact_views_by_subject" ON "contact_views" USING btree ("subject","at");--> statement-breakpoint
CREATE UNIQUE INDEX "inquiries_ticket" ON "inquiries" USING btree ("ticket");--> statement-breakpoint
CREATE UNIQUE INDEX "inquiries_submission" ON "inquiries" USING btree ("submission_key");--> statement-breakpoint
CREATE INDEX "inquiries_by_stage" ON "inquiries" USING btree ("stage","stage_at");--> statement-breakpoint
CREATE INDEX "inquiries_by_owner" ON "inquiries" USING btree ("owner_id","stage");--> statement-breakpoint
CREATE INDEX "inquiry_contacts_by_address" ON "inquiry_contacts" USING btree ("address_key");--> statement-breakpoint
CREATE INDEX "inquiry_messages_by_inquiry" ON "inquiry_messages" USING btree ("inquiry_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "inquiry_technologies_once" ON "inquiry_technologies" USING btree ("inquiry_id","technology_id");--> statement-breakpoint
CREATE INDEX "inquiry_technologies_by_technology" ON "inquiry_technologies" USING btree ("technology_id");--> statement-breakpoint
CREATE INDEX "provisions_by_ticket" ON "provisions" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "daily_counts_by_subject" ON "daily_counts" USING btree ("subject","day");--> statement-breakpoint
CREATE INDEX "daily_counts_by_day" ON "daily_counts" USING btree ("day","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("key");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "ledger_by_subject" ON "ledger" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "outbox_by_subject" ON "outbox" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("sent_at","created_at");--> statement-breakpoint
CREATE INDEX "private_links_by_subject" ON "private_links" USING btree ("subject","purpose");