package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.MessageContent;

/** The contents of messages by type (Crisp API reference, section 4.4); text and note need no struct. */
final class ContentShapes {

    static final Shape<MessageContent.File> FILE = Shape.<MessageContent.File>named("FileContent", "A file.")
            .text("name", MessageContent.File::name, "File name.")
            .text("url", MessageContent.File::url, "Where it is.")
            .text("type", MessageContent.File::type, "MIME type.")
            .build();

    static final Shape<MessageContent.Animation> ANIMATION = Shape.<MessageContent.Animation>named(
                    "AnimationContent", "An animated picture.")
            .text("url", MessageContent.Animation::url, "Where it is.")
            .text("type", MessageContent.Animation::type, "MIME type.")
            .build();

    static final Shape<MessageContent.Audio> AUDIO = Shape.<MessageContent.Audio>named(
                    "AudioContent", "A spoken message.")
            .text("url", MessageContent.Audio::url, "Where it is.")
            .text("type", MessageContent.Audio::type, "MIME type.")
            .number("duration", MessageContent.Audio::duration, "Seconds.")
            .build();

    private static final Shape<MessageContent.Picker.ChoiceAction> CHOICE_ACTION =
            Shape.<MessageContent.Picker.ChoiceAction>named("ChoiceAction", "What choosing does beyond answering.")
                    .text("type", MessageContent.Picker.ChoiceAction::type, "Kind of action.")
                    .text("target", MessageContent.Picker.ChoiceAction::target, "What it acts on.")
                    .build();

    private static final Shape<MessageContent.Picker.Choice> CHOICE = Shape.<MessageContent.Picker.Choice>named(
                    "Choice", "One choice of a picker.")
            .text("value", MessageContent.Picker.Choice::value, "Value.")
            .text("icon", MessageContent.Picker.Choice::icon, "Icon.")
            .text("label", MessageContent.Picker.Choice::label, "Text shown.")
            .flag("selected", MessageContent.Picker.Choice::selected, "Whether it was chosen.")
            .struct("action", CHOICE_ACTION, MessageContent.Picker.Choice::action, "What choosing does.")
            .build();

    static final Shape<MessageContent.Picker> PICKER = Shape.<MessageContent.Picker>named(
                    "PickerContent", "A question with choices.")
            .text("id", MessageContent.Picker::id, "Identity of the question.")
            .text("text", MessageContent.Picker::text, "Question.")
            .structs("choices", CHOICE, MessageContent.Picker::choices, "Choices.")
            .flag("required", MessageContent.Picker::required, "Whether an answer is required.")
            .build();

    static final Shape<MessageContent.Field> FIELD = Shape.<MessageContent.Field>named(
                    "FieldContent", "A question for a value.")
            .text("id", MessageContent.Field::id, "Identity of the question.")
            .text("text", MessageContent.Field::text, "Question.")
            .text("explain", MessageContent.Field::explain, "Hint.")
            .text("value", MessageContent.Field::value, "Answer.")
            .flag("required", MessageContent.Field::required, "Whether an answer is required.")
            .build();

    private static final Shape<MessageContent.Carousel.CardAction> CARD_ACTION =
            Shape.<MessageContent.Carousel.CardAction>named("CardAction", "A button on a card.")
                    .text("label", MessageContent.Carousel.CardAction::label, "Text shown.")
                    .text("url", MessageContent.Carousel.CardAction::url, "Where it leads.")
                    .build();

    private static final Shape<MessageContent.Carousel.Card> CARD = Shape.<MessageContent.Carousel.Card>named(
                    "Card", "One card of a carousel.")
            .text("title", MessageContent.Carousel.Card::title, "Title.")
            .text("description", MessageContent.Carousel.Card::description, "Description.")
            .text("image", MessageContent.Carousel.Card::image, "URL of a picture.")
            .structs("actions", CARD_ACTION, MessageContent.Carousel.Card::actions, "Buttons.")
            .build();

    static final Shape<MessageContent.Carousel> CAROUSEL = Shape.<MessageContent.Carousel>named(
                    "CarouselContent", "Cards side by side.")
            .text("text", MessageContent.Carousel::text, "Text above the cards.")
            .structs("targets", CARD, MessageContent.Carousel::targets, "Cards.")
            .build();

    static final Shape<MessageContent.Event> EVENT = Shape.<MessageContent.Event>named(
                    "EventContent", "A system line, such as a change of state.")
            .text("namespace", MessageContent.Event::namespace, "What happened, such as state:resolved.")
            .text("text", MessageContent.Event::text, "Text shown.")
            .build();

    private ContentShapes() {}
}
