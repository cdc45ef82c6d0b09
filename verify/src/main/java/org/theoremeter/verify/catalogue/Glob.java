package org.theoremeter.verify.catalogue;

/**
 * A pattern of names: {@code *} stands for any characters, {@code ?} for one.
 *
 * @param pattern such as {@code integrator.*}
 */
public record Glob(String pattern) {

    /**
     * Returns whether a name fits, in a time of at most the two lengths multiplied.
     *
     * @param name the whole name
     */
    public boolean matches(String name) {
        int here = 0;
        int star = -1;
        int afterStar = 0;
        int at = 0;
        while (at < name.length()) {
            if (here < pattern.length() && pattern.charAt(here) == '*') {
                star = here;
                here++;
                afterStar = at;
            } else if (here < pattern.length() && fits(pattern.charAt(here), name.charAt(at))) {
                here++;
                at++;
            } else if (star >= 0) {
                // only the last star need take one character more: what stands before it fits already
                afterStar++;
                at = afterStar;
                here = star + 1;
            } else {
                return false;
            }
        }
        return pattern.substring(here).chars().allMatch(character -> character == '*');
    }

    private static boolean fits(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }
}
