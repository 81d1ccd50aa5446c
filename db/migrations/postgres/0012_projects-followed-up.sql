CREATE TABLE "forums" (
	"round" integer PRIMARY KEY NOT NULL,
	"date" text,
	"name_ja" text NOT NULL,
	"name_zh" text NOT NULL,
	"announced" integer,
	"cumulative" integer,
	"source_ja" text,
	"source_zh" text
);
--> statement-breakpoint
CREATE TABLE "party_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"person" text NOT NULL,
	"role" text,
	"email" text,
	"phone" text,
	"wechat" text,
	"locale" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "project_events" (
	"id" serial PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"verb" text NOT NULL,
	"on" text NOT NULL,
	"source" text NOT NULL,
	"source_text" text,
	"codes" jsonb NOT NULL,
	"text_ja" text,
	"text_zh" text,
	"public" boolean NOT NULL,
	"author_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_outcomes" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"party_id" text,
	"on" text NOT NULL,
	"source" text NOT NULL,
	"kinds" jsonb NOT NULL,
	"amount" text,
	"energy_saved" integer,
	"co2_saved" integer,
	"verified" boolean DEFAULT false NOT NULL,
	"turnover" text,
	"market_share" text,
	"jobs" integer,
	"new_products" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"author_id" text
);
--> statement-breakpoint
CREATE TABLE "project_parties" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"side" text NOT NULL,
	"kind" text DEFAULT 'company' NOT NULL,
	"name_ja" text,
	"name_zh" text,
	"party_key" text NOT NULL,
	"company_id" text,
	"position" integer NOT NULL,
	"from_on" text,
	"until_on" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"number" integer,
	"forum" integer,
	"announced_on" text,
	"state" text NOT NULL,
	"title_ja" text,
	"title_zh" text,
	"summary_ja" text,
	"summary_zh" text,
	"fields" jsonb NOT NULL,
	"region" text,
	"region_basis" text,
	"status" text NOT NULL,
	"status_on" text,
	"last_confirmed_on" text,
	"origin_inquiry_id" text,
	"search_text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "title_confirmations" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"side" text NOT NULL,
	"text_hash" text NOT NULL,
	"how" text NOT NULL,
	"by" text NOT NULL,
	"remark" text,
	"agreed" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "party_contacts" ADD CONSTRAINT "party_contacts_party_id_project_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."project_parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_events" ADD CONSTRAINT "project_events_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_outcomes" ADD CONSTRAINT "project_outcomes_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_outcomes" ADD CONSTRAINT "project_outcomes_party_id_project_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."project_parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_parties" ADD CONSTRAINT "project_parties_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_parties" ADD CONSTRAINT "project_parties_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_forum_forums_round_fk" FOREIGN KEY ("forum") REFERENCES "public"."forums"("round") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_origin_inquiry_id_inquiries_id_fk" FOREIGN KEY ("origin_inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "title_confirmations" ADD CONSTRAINT "title_confirmations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "party_contacts_by_party" ON "party_contacts" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "project_events_by_project" ON "project_events" USING btree ("project_id","on","id");--> statement-breakpoint
CREATE INDEX "project_outcomes_by_project" ON "project_outcomes" USING btree ("project_id","on");--> statement-breakpoint
CREATE INDEX "project_parties_by_project" ON "project_parties" USING btree ("project_id","position");--> statement-breakpoint
CREATE INDEX "project_parties_by_key" ON "project_parties" USING btree ("party_key");--> statement-breakpoint
CREATE INDEX "project_parties_by_company" ON "project_parties" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "projects_slug" ON "projects" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "projects_by_forum" ON "projects" USING btree ("state","forum","number");--> statement-breakpoint
CREATE INDEX "projects_by_status" ON "projects" USING btree ("state","status");--> statement-breakpoint
CREATE INDEX "projects_by_confirmation" ON "projects" USING btree ("state","last_confirmed_on");--> statement-breakpoint
CREATE INDEX "projects_by_origin" ON "projects" USING btree ("origin_inquiry_id");--> statement-breakpoint
CREATE INDEX "title_confirmations_by_project" ON "title_confirmations" USING btree ("project_id","side");