package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A test with a log of its own. */
@ModelApi
public class TestLogger {

    protected final Logger log = LoggerFactory.getLogger(getClass());
}
