import KubernetesYAML

enum YAMLTable {
  static let cases: [YAMLCase] =
    plain + numbers + quoted + blocks + collections + flow + documents + malformed + unsupported

  private static let plain: [YAMLCase] = [
    YAMLCase("a word", "word", "word"),
    YAMLCase("words with whitespace between", "a  b \t c", "a  b \t c"),
    YAMLCase("a number sign within a word", "a#b", "a#b"),
    YAMLCase("a comment", "a # b", "a"),
    YAMLCase("a colon within a word", "a:b", "a:b"),
    YAMLCase("a dash before a word", "-a", "-a"),
    YAMLCase("a question mark before a word", "?a", "?a"),
    YAMLCase("a scalar over two lines", "a\nb", "a b"),
    YAMLCase("a scalar over an empty line", "a\n\n\n b", "a\n\nb"),
    YAMLCase("a scalar over two kinds of line breaks", "a\r\nb\rc", "a b c"),
    YAMLCase("a scalar over a line break that is kept", "a\u{2028}b", "a\u{2028}b"),
    YAMLCase("null by a tilde", "~", .null),
    YAMLCase("null by a word", "Null", .null),
    YAMLCase("no null in other letters", "nULL", "nULL"),
    YAMLCase("true by its first letter", "Y", .bool(true)),
    YAMLCase("true by on", "on", .bool(true)),
    YAMLCase("false by NO", "NO", .bool(false)),
    YAMLCase("no boolean in other letters", "tRUE", "tRUE"),
    YAMLCase("a letter that looks like another", "\u{43D}o", "\u{43D}o"),
  ]

  private static let numbers: [YAMLCase] = [
    YAMLCase("an integer", "42", 42),
    YAMLCase("the least integer", "-9223372036854775808", .integer(.min)),
    YAMLCase("an integer of 64 bits", "18446744073709551615", .unsigned(.max)),
    YAMLCase("an integer of more than 64 bits", "18446744073709551616", .float(18_446_744_073_709_551_616)),
    YAMLCase("an integer with a sign of 64 bits", "+18446744073709551615", .float(18_446_744_073_709_551_616)),
    YAMLCase("base 16", "0x1f", 31),
    YAMLCase("base 16 with a sign", "-0X1F", -31),
    YAMLCase("base 8 by a zero", "017", 15),
    YAMLCase("base 8 by a letter", "0o17", 15),
    YAMLCase("base 2", "0b101", 5),
    YAMLCase("base 2 with its sign inside", "0b-101", -5),
    YAMLCase("a zero before a digit that base 8 has not", "09", .float(9)),
    YAMLCase("underscores", "1__0_", 10),
    YAMLCase("an underscore first", "_10", "_10"),
    YAMLCase("a point", "1.5", .float(1.5)),
    YAMLCase("a point first", ".5", .float(0.5)),
    YAMLCase("a point last", "5.", .float(5)),
    YAMLCase("a point alone", ".", "."),
    YAMLCase("an exponent", "1e3", .float(1000)),
    YAMLCase("an exponent without digits", "1e", "1e"),
    YAMLCase("an exponent that is too great", "1e400", "1e400"),
    YAMLCase("an underscore after a point", "._5", "._5"),
    YAMLCase("an underscore between digits after a point", ".5_5", .float(0.55)),
    YAMLCase("infinity", "-.inf", .float(-.infinity)),
    YAMLCase("two signs", "+-5", "+-5"),
    YAMLCase("a sign alone", "+", "+"),
    YAMLCase("a letter after digits", "12a", "12a"),
    YAMLCase("digits in base 60", "1:30", "1:30"),
    YAMLCase("a date", "2024-01-01", "2024-01-01"),
    YAMLCase("an accent on a sign", "-\u{301}5", "-\u{301}5"),
  ]

  private static let quoted: [YAMLCase] = [
    YAMLCase("single quotes", "'a: #b'", "a: #b"),
    YAMLCase("a single quote twice", "'it''s'", "it's"),
    YAMLCase("a backslash in single quotes", #"'\n'"#, #"\n"#),
    YAMLCase("an empty scalar in quotes", "''", ""),
    YAMLCase("null in quotes", "'null'", "null"),
    YAMLCase("escapes", #""\t\"\\\x41\u00e9\U0001F600""#, "\t\"\\A\u{E9}\u{1F600}"),
    YAMLCase("escapes of YAML alone", #""\e\_\N\L\P""#, "\u{1B}\u{A0}\u{85}\u{2028}\u{2029}"),
    YAMLCase("a line that ends in quotes", "'a  \n  b'", "a b"),
    YAMLCase("empty lines in quotes", "\"a\n\n\n b\"", "a\n\nb"),
    YAMLCase("a line break that is escaped", "\"a \\\n  b\"", "a b"),
    YAMLCase("an empty line after a line break that is escaped", "\"a\\\n\n  b\"", "a\nb"),
  ]

  private static let blocks: [YAMLCase] = [
    YAMLCase("a literal scalar", "|\n a\n  b\n\n", "a\n b\n"),
    YAMLCase("a literal scalar that is stripped", "|-\n a\n b\n", "a\nb"),
    YAMLCase("a literal scalar that is kept", "|+\n a\n\n", "a\n\n"),
    YAMLCase("a literal scalar with an indentation", "|1\n  a\n", " a\n"),
    YAMLCase("a literal scalar with an indentation and a sign", "|-2\n   a\n", " a"),
    YAMLCase("a literal scalar without lines", "|\n", ""),
    YAMLCase("a literal scalar with a comment beside it", "| # b\n a", "a"),
    YAMLCase("a folded scalar", ">\n a\n b\n\n c\n", "a b\nc\n"),
    YAMLCase("a folded scalar with a line that is indented", ">\n a\n  b\n c\n", "a\n b\nc\n"),
    YAMLCase(
      "a literal scalar without lines before another key", "a:\n  b: |\n  c: d", .map(["a": .map(["b": "", "c": "d"])])),
    YAMLCase("a literal scalar in a mapping", "a: |\n  b\nc: d", .map(["a": "b\n", "c": "d"])),
  ]

  private static let collections: [YAMLCase] = [
    YAMLCase("a sequence", "- a\n- b", ["a", "b"]),
    YAMLCase("a sequence of sequences", "- - a\n  - b\n- c", [["a", "b"], "c"]),
    YAMLCase("a sequence with nothing in it", "-\n- a\n-", [.null, "a", .null]),
    YAMLCase("a mapping", "a: b\nc: 1", .map(["a": "b", "c": 1])),
    YAMLCase("a mapping with nothing in it", "a:\nb:", .map(["a": .null, "b": .null])),
    YAMLCase("a mapping of mappings", "a:\n  b: c\nd: e", .map(["a": .map(["b": "c"]), "d": "e"])),
    YAMLCase("a sequence that is not indented", "a:\n- b\n- c\nd: e", .map(["a": ["b", "c"], "d": "e"])),
    YAMLCase("a mapping in a sequence", "- a: b\n  c: d\n- e", [.map(["a": "b", "c": "d"]), "e"]),
    YAMLCase("an explicit key", "? a\n: b", .map(["a": "b"])),
    YAMLCase("a key in quotes", "'a b': c", .map(["a b": "c"])),
    YAMLCase("keys that are numbers", "1: a\n1.0: b", .map([1: "a", .float(1): "b"])),
    YAMLCase("a key that is repeated", "a: 1\nb: 2\na: 3", .map(["a": 3, "b": 2])),
    YAMLCase("keys that look alike", "\u{E9}: 1\ne\u{301}: 2", .map(["\u{E9}": 1, "e\u{301}": 2])),
  ]

  private static let flow: [YAMLCase] = [
    YAMLCase("a flow sequence", "[a, 'b', 1, ]", ["a", "b", 1]),
    YAMLCase("a flow mapping", "{a: b, 'c': 1}", .map(["a": "b", "c": 1])),
    YAMLCase("JSON without whitespace", #"{"a":{"b":[null,true]}}"#, .map(["a": .map(["b": [.null, .bool(true)]])])),
    YAMLCase("a key without a value", "{a, b: }", .map(["a": .null, "b": .null])),
    YAMLCase("a pair in a sequence", "[a: b, c]", [.map(["a": "b"]), "c"]),
    YAMLCase("a colon without whitespace", "{a:b}", .map(["a:b": .null])),
    YAMLCase("a collection over lines", "[a,\n# b\n\tc\n]", ["a", "c"]),
    YAMLCase("an explicit key in a flow mapping", "{? a : b}", .map(["a": "b"])),
  ]

  private static let documents: [YAMLCase] = [
    YAMLCase("nothing", "", .null),
    YAMLCase("a comment alone", "# a", .null),
    YAMLCase("a byte order mark", "\u{FEFF}a", "a"),
    YAMLCase("the start of a document", "---\na", "a"),
    YAMLCase("the start of a document on its line", "--- a", "a"),
    YAMLCase("an empty document before another", "---\n---\na", .null),
    YAMLCase("the end of a document", "a\n...\n[", "a"),
    YAMLCase("another document", "a\n---\n[", "a"),
    YAMLCase("dashes within a line", "a ---", "a ---"),
    YAMLCase("a scalar after a flow collection", "[] a", []),
    YAMLCase("a line that is less indented than the first", "  a: b\n c: d", .map(["a": "b"])),
  ]

  private static let malformed: [YAMLCase] = [
    YAMLCase("a sequence that is not closed", "[a", .malformed),
    YAMLCase("a mapping that is not closed", "{a: b", .malformed),
    YAMLCase("the end of a document that did not begin", "...\na: b", .malformed),
    YAMLCase("brackets that do not match", "[a}", .malformed),
    YAMLCase("an entry that is missing", "[a,,b]", .malformed),
    YAMLCase("a quote that is not closed", "'a", .malformed),
    YAMLCase("an escape that is none", #""\q""#, .malformed),
    YAMLCase("an escape that is cut off", #""\x4""#, .malformed),
    YAMLCase("an escape of half a character", #""\ud83d""#, .malformed),
    YAMLCase("two colons", "a: b: c", .malformed),
    YAMLCase("a sequence behind a key", "a: - b", .malformed),
    YAMLCase("a line that is no key", "a: b\nc\nd: e", .malformed),
    YAMLCase("a line that is not indented enough", "a:\n    b: c\n  d: e", .malformed),
    YAMLCase("a value that is not indented", "a:\nb", .malformed),
    YAMLCase("a tab that continues a scalar", "a: b\n\tc", .malformed),
    YAMLCase("a tab for an indentation", "a:\n\tb: c", .malformed),
    YAMLCase("a sign that begins nothing", "@a", .malformed),
    YAMLCase("an apostrophe that begins nothing", "`a", .malformed),
    YAMLCase("a key that is a collection", "[a]: b", .malformed),
    YAMLCase("a comma alone", ",", .malformed),
    YAMLCase("an indentation of zero", "|0\n a", .malformed),
    YAMLCase("a word beside the indicator of a literal scalar", "| a\n b", .malformed),
    YAMLCase("a control character", "a\n\u{1}", .malformed),
    YAMLCase("the start of a document in quotes", "'a\n---\nb'", .malformed),
    YAMLCase("a key that is too long", String(repeating: "a", count: 1025) + ": b", .malformed),
  ]

  private static let unsupported: [YAMLCase] = [
    YAMLCase("an anchor", "&a b", .unsupported),
    YAMLCase("an alias", "- a\n- *a", .unsupported),
    YAMLCase("a tag", "!!str 5", .unsupported),
    YAMLCase("a merge key", "<<: a", .unsupported),
    YAMLCase("a directive", "%YAML 1.1\n---\na", .unsupported),
    YAMLCase("a byte order mark on another line", "a: b\n\u{FEFF}c: d", .unsupported),
  ]
}
