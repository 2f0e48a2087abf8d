package dev.crispconnect.client.property;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * How far properties are searched for a sample that breaks them. A build tries the same samples each time, as whether it is
 * green has to depend on what is built; {@code -Dproperty.seed=random -Dproperty.factor=50} tries fifty times as many
 * others. A sample that was found is tried first by whoever runs the tests next without {@code mvn clean}.
 */
public final class PropertyRun implements AroundPropertyHook {

    private static final String RANDOM = "random";
    private static final String SEED = System.getProperty("property.seed", "1");
    private static final int FACTOR = Integer.getInteger("property.factor", 1);
    private static final int JQWIKS_TRIES = 1_000;

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        attributes.setTries(attributes.tries().orElse(JQWIKS_TRIES) * FACTOR);
        if (attributes.seed().isEmpty() && !SEED.equals(RANDOM)) {
            attributes.setSeed(SEED);
        }
        return property.execute();
    }
}
