CREATE TABLE "inquiry_files" (
	"id" text PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"approach_id" text,
	"message_id" integer,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"author" text NOT NULL,
	"author_id" text,
	"audience" text NOT NULL,
	"relay_of" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"use" text NOT NULL,
	"locale" text NOT NULL,
	"code" text,
	"version" integer NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_versions" (
	"id" serial PRIMARY KEY NOT NULL,
	"template_id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"by" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inquiry_files" ADD CONSTRAINT "inquiry_files_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_files" ADD CONSTRAINT "inquiry_files_approach_id_approaches_id_fk" FOREIGN KEY ("approach_id") REFERENCES "public"."approaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_template_id_message_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."message_templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inquiry_files_by_inquiry" ON "inquiry_files" USING btree ("inquiry_id","at");--> statement-breakpoint
CREATE INDEX "inquiry_files_by_hash" ON "inquiry_files" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "inquiry_files_by_message" ON "inquiry_files" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_templates_code" ON "message_templates" USING btree ("locale","code");--> statement-breakpoint
CREATE INDEX "message_templates_by_use" ON "message_templates" USING btree ("use","locale");--> statement-breakpoint
CREATE UNIQUE INDEX "template_versions_once" ON "template_versions" USING btree ("template_id","version");