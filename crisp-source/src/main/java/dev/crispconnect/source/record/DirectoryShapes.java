package dev.crispconnect.source.record;

import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.website.WebsiteSettings;

/** Who answers for a website and how it is set up (Crisp API reference, sections 4.7 and 4.8). */
final class DirectoryShapes {

    static final Shape<Member> OPERATOR = Shape.<Member>named(
                    "Operator", "Somebody who answers for a website, as it was when it was read. Holds no token.")
            .id("website_id", Member::websiteId, "Workspace.")
            .id("user_id", member -> member.operator().userId(), "Identity.")
            .text("type", member -> member.operator().type(), "operator, invite or sandbox.")
            .text("email", member -> member.operator().email(), "E-mail address.")
            .text("avatar", member -> member.operator().avatar(), "URL of a picture.")
            .text("first_name", member -> member.operator().firstName(), "First name.")
            .text("last_name", member -> member.operator().lastName(), "Last name.")
            .text("role", member -> member.operator().role(), "Such as owner or member.")
            .text("title", member -> member.operator().title(), "Title.")
            .text(
                    "availability",
                    member -> member.operator().availability(),
                    "Such as online; a change of it alone is no change.")
            .flag("has_token", member -> member.operator().hasToken(), "Whether the account has a token of its own.")
            .build();

    static final Shape<Setup> SETTINGS = Shape.<Setup>named(
                    "WebsiteSettings",
                    "How a website was set up when it was read. Groups hold whatever Crisp sent, by its names: numbers and"
                            + " booleans as text, lists as JSON text.")
            .id("website_id", Setup::websiteId, "Workspace.")
            .text("name", setup -> setup.settings().name(), "Name.")
            .text("domain", setup -> setup.settings().domain(), "Domain.")
            .texts("domain_alternates", setup -> setup.settings().domainAlternates(), "Further domains.")
            .text("logo", setup -> setup.settings().logo(), "URL of a picture.")
            .textMap("audit", setup -> setup.settings().audit(), "Such as log.")
            .textMap("contact", setup -> setup.settings().contact(), "Such as phone and telegram.")
            .textMap("inbox", setup -> setup.settings().inbox(), "Such as lock_removal.")
            .textMap("emails", setup -> setup.settings().emails(), "Such as transcript.")
            .textMap("chatbox", setup -> setup.settings().chatbox(), "Such as color_theme and blocked_ips.")
            .build();

    private DirectoryShapes() {}

    /** An operator with the workspace, which Crisp leaves out. */
    record Member(String websiteId, Operator operator) {}

    /** Settings under the id by which they were asked for. */
    record Setup(String websiteId, WebsiteSettings settings) {}
}
