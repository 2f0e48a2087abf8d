package dev.crispconnect.simulator.workspace;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** People, places and sentences to make up a workspace from. Nobody is real: all addresses are example.org's. */
final class Names {

    private static final List<String> FIRST = List.of(
            "Ilse", "Mo", "Lena", "Arjun", "Chloe", "Diego", "Emeka", "Fatima", "Goran", "Hana", "Ivo", "Jonas", "Kaya",
            "Luis", "Mina", "Noor", "Olga", "Pavel", "Rosa", "Sven", "Tariq", "Uma", "Vera", "Wim", "Yara", "Zoe");
    private static final List<String> LAST = List.of(
            "Brandt",
            "Adler",
            "Okafor",
            "Silva",
            "Novak",
            "Haddad",
            "Lind",
            "Moreau",
            "Patel",
            "Rossi",
            "Sato",
            "Weber",
            "Keller",
            "Dumont",
            "Ivanova",
            "Jansen",
            "Kowalski",
            "Larsen",
            "Mendes",
            "Nguyen");
    private static final List<String> QUESTIONS = List.of(
            "The parcel %d has not arrived yet",
            "Could you tell me where order %d is?",
            "I was charged twice for invoice %d, please check",
            "How do I change the delivery address of order %d?",
            "The discount code does not work for basket %d",
            "Ist die Bestellung %d schon unterwegs? Grüße aus München",
            "Bonjour, je n'ai pas reçu la facture %d",
            "注文 %d はいつ届きますか 🙏",
            "Thanks! One more thing about order %d: can I return it?");
    private static final List<String> ANSWERS = List.of(
            "Let me look into %d for you.",
            "Your parcel %d left the depot this morning.",
            "I have refunded invoice %d, you will see it within three days.",
            "Done: order %d goes to the new address.",
            "Sorry about that! Number %d is sorted out now.");
    private static final List<String> SUBJECTS =
            List.of("Parcel %d", "Invoice %d", "Return of order %d", "Question about %d", "");
    private static final List<List<String>> SEGMENTS = List.of(
            List.of(),
            List.of("shipping"),
            List.of("billing"),
            List.of("shipping", "vip"),
            List.of("return"),
            List.of());

    private Names() {}

    static String person(RandomGenerator random) {
        return pick(FIRST, random) + " " + pick(LAST, random);
    }

    /** An address that no two numbers share. */
    static String email(String person, long number) {
        return person.toLowerCase(Locale.ROOT).replace(' ', '.') + "." + number + "@example.org";
    }

    static String question(RandomGenerator random) {
        return pick(QUESTIONS, random).replace("%d", Integer.toString(number(random)));
    }

    static String answer(RandomGenerator random) {
        return pick(ANSWERS, random).replace("%d", Integer.toString(number(random)));
    }

    static String subject(RandomGenerator random) {
        return pick(SUBJECTS, random).replace("%d", Integer.toString(number(random)));
    }

    static List<String> segments(RandomGenerator random) {
        return pick(SEGMENTS, random);
    }

    static int number(RandomGenerator random) {
        return 1_000 + random.nextInt(9_000);
    }

    static <T> T pick(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
