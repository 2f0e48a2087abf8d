package dev.crispconnect.client;

import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Makes HTTP requests of calls (Crisp API reference, sections 1.1 and 1.2). Immutable. */
final class Requests {

    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl base;
    private final Headers headers;

    Requests(ClientSettings settings) {
        this.base = HttpUrl.get(settings.apiUrl().toString());
        Credentials credentials = settings.credentials();
        this.headers = new Headers.Builder()
                .add(
                        "Authorization",
                        okhttp3.Credentials.basic(credentials.identifier(), credentials.key(), StandardCharsets.UTF_8))
                .add("X-Crisp-Tier", credentials.tier().wire())
                .add("Accept", "application/json")
                .add("User-Agent", settings.userAgent())
                .build();
    }

    Request of(Call<?> call) {
        HttpUrl.Builder url = base.newBuilder();
        // an empty last segment, left by a base that ends in a slash, is filled by the first one added
        call.path().segments().forEach(url::addEncodedPathSegment);
        call.query().forEach(url::addQueryParameter);
        return new Request.Builder()
                .url(url.build())
                .headers(headers)
                .method(call.method(), body(call))
                .tag(Transmission.class, new Transmission())
                .build();
    }

    private static RequestBody body(Call<?> call) {
        // as bytes, or OkHttp would append a charset that JSON has not
        return call.body() == null ? null : RequestBody.create(call.body().getBytes(StandardCharsets.UTF_8), JSON);
    }
}
