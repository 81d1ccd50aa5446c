CREATE TABLE "need_offers" (
	"id" text PRIMARY KEY NOT NULL,
	"need_id" text NOT NULL,
	"company_id" text NOT NULL,
	"approach_id" text NOT NULL,
	"user_id" text NOT NULL,
	"technologies" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"id" text PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"title_ja" text NOT NULL,
	"title_zh" text NOT NULL,
	"text_ja" text NOT NULL,
	"text_zh" text NOT NULL,
	"fields" jsonb NOT NULL,
	"organisation_kind" text,
	"region" text,
	"size" text,
	"closes_on" text NOT NULL,
	"search_text" text NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"refused_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "approaches" ADD COLUMN "offered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "need_offers" ADD CONSTRAINT "need_offers_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_offers" ADD CONSTRAINT "need_offers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_offers" ADD CONSTRAINT "need_offers_approach_id_approaches_id_fk" FOREIGN KEY ("approach_id") REFERENCES "public"."approaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "need_offers_once" ON "need_offers" USING btree ("need_id","company_id");--> statement-breakpoint
CREATE INDEX "need_offers_by_company" ON "need_offers" USING btree ("company_id","at");--> statement-breakpoint
CREATE INDEX "need_offers_by_approach" ON "need_offers" USING btree ("approach_id");--> statement-breakpoint
CREATE UNIQUE INDEX "needs_inquiry" ON "needs" USING btree ("inquiry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "needs_slug" ON "needs" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "needs_by_publication" ON "needs" USING btree ("state","published_at");