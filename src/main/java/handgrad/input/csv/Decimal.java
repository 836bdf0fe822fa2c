package handgrad.input.csv;

import handgrad.Named;

/** What stands before the decimals of a number. */
public enum Decimal implements Named {
    POINT("point"),
    COMMA("comma");

    private final String id;

    Decimal(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
