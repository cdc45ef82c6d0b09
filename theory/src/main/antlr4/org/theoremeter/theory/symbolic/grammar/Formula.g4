/**
 * The language of formulas. Every decision looks one token ahead, so the parser recurses only where the
 * formula itself nests; `deeper` and `shallower` (in NestingParser) keep that nesting within its limit.
 */
grammar Formula;

options { superClass = NestingParser; }

formula
    : expression EOF
    ;

comparison
    : argument EOF
    ;

expression
    @init { deeper(); }
    : term ((PLUS | MINUS) term)*
    ;
    finally { shallower(); }

term
    : factor ((TIMES | DIVIDE) factor)*
    ;

// Unary minus is looser than a power: -x^2 is -(x^2), and 2^-x is read.
factor
    @init { deeper(); }
    : MINUS factor                                            # negated
    | atom (POWER factor)?                                    # power
    ;
    finally { shallower(); }

atom
    : NUMBER                                                  # number
    | NAME (OPEN argument (COMMA argument)* CLOSE)?           # name
    | OPEN expression CLOSE                                   # group
    ;

// A comparison is read here only; the tree builder admits it as a condition of piecewise.
argument
    : expression ((LESS | AT_MOST | GREATER | AT_LEAST | EQUAL) expression)?
    ;

NUMBER   : (DIGITS ('.' DIGITS?)? | '.' DIGITS) ([eE] [+-]? DIGITS)? ;
NAME     : [\p{L}] [\p{L}\p{M}\p{Nd}_\u22C6\u2080-\u2089]* ;
PLUS     : '+' ;
MINUS    : [\-\u2212] ;
TIMES    : [*\u00B7\u00D7\u22C5] ;
DIVIDE   : '/' ;
POWER    : '^' ;
LESS     : '<' ;
AT_MOST  : '<=' | '\u2264' ;
GREATER  : '>' ;
AT_LEAST : '>=' | '\u2265' ;
EQUAL    : '==' ;
COMMA    : ',' ;
OPEN     : [([] ;
CLOSE    : [)\]] ;
SPACE    : [\p{White_Space}]+ -> skip ;
// Whatever else is written becomes a token of its own, so that the parser can point at it.
OTHER    : . ;

fragment DIGITS : [0-9]+ ;
