package org.solidarity.organization;

import java.util.regex.Pattern;

/** The form of a language tag (BCP 47). */
public final class Languages {

	public static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");

	public static final String ALLOWED = "a BCP 47 tag such as es or zh-Hant";

	private Languages() {
	}

}
