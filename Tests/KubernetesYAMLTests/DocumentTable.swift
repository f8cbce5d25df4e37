enum DocumentTable {
  static let cases: [DocumentCase] = scalars + tags + keys + merging + anchors + blocks + structure

  private static let scalars: [DocumentCase] = [
    DocumentCase("[~, null, '', NULL]", #"[null,null,"",null]"#),
    DocumentCase("[y, Yes, on, n, NO, off, tRUE]", #"[true,true,true,false,false,false,"tRUE"]"#),
    DocumentCase("[012, 0o14, 0b11, 0x1F, 1_000, -0, +7]", "[10,12,3,31,1000,0,7]"),
    DocumentCase("[1.50, 1e3, 5., .5, 80.0]", "[1.5,1000,5,0.5,80]"),
    DocumentCase(
      "[1e21, 123456789012345680000.0, 1e-6, 1e-7, 1.25e-10]", "[1e+21,123456789012345680000,0.000001,1e-7,1.25e-10]"),
    DocumentCase("[18446744073709551615, 18446744073709551616]", "[18446744073709551615,18446744073709552000]"),
    DocumentCase(
      "[2024-01-01, 12:30, 190:20:30, 1.2.3, 10.0.0.1]", #"["2024-01-01","12:30","190:20:30","1.2.3","10.0.0.1"]"#),
    DocumentCase(#"["5", 'null', "\x80\u00e9\0\b\e"]"#, #"["5","null","\#u{80}\#u{E9}\u0000\u0008\u001b"]"#),
    DocumentCase("- \"q\\\"b\\\\\"\n- 'a\n\n  b'\n", #"["q\"b\\","a\nb"]"#),
    DocumentCase("- .inf", "line 1, column 3: JSON has no such number, and Kubernetes neither; put the value in quotes"),
    DocumentCase("a: -.INF", "line 1, column 4: JSON has no such number, and Kubernetes neither; put the value in quotes"),
    DocumentCase("a: .NaN", "line 1, column 4: JSON has no such number, and Kubernetes neither; put the value in quotes"),
  ]

  private static let tags: [DocumentCase] = [
    DocumentCase("[!!str 5, !!str , !!str '']", #"["5","",""]"#),
    DocumentCase(
      #"[!!int "7", !!float 5, !!float "0x10", !!float 1_0.5, !!bool "yes", !!null ""]"#, "[7,5,16,10.5,true,null]"),
    DocumentCase(
      "[!foo 5, ! 5, ! '5', !foo {a: 1}, !!seq {b: 2}, !!set {c, d}]", #"["5","5","5",{"a":1},{"b":2},{"c":null,"d":null}]"#),
    DocumentCase("[!!binary aGVsbG8=, !!binary /w==, !!binary '']", "[\"hello\",\"\u{FFFD}\",\"\"]"),
    DocumentCase("[!!timestamp 2001-01-01, !!timestamp '2001-1-1 10:00:00']", #"["2001-01-01","2001-1-1 10:00:00"]"#),
    DocumentCase(#"!<tag:yaml.org,2002:int> "7""#, "7"),
    DocumentCase("%TAG !y! tag:yaml.org,2002:\n---\n!y!int '7'", "7"),
    DocumentCase("%TAG ! tag:yaml.org,2002:\n---\n- !int '7'\n- !%69nt '8'", "[7,8]"),
    DocumentCase("!!int abc", "line 1, column 1: a value is not what its tag !!int says; remove the tag"),
    DocumentCase("- !!int 5.5", "line 1, column 3: a value is not what its tag !!int says; remove the tag"),
    DocumentCase("- &a !!null foo", "line 1, column 6: a value is not what its tag !!null says; remove the tag"),
    DocumentCase("!!bool 5", "line 1, column 1: a value is not what its tag !!bool says; remove the tag"),
    DocumentCase("!!float x", "line 1, column 1: a value is not what its tag !!float says; remove the tag"),
    DocumentCase("!!timestamp xx", "line 1, column 1: a value is not what its tag !!timestamp says; remove the tag"),
    DocumentCase("!!binary '%%'", "line 1, column 1: a value is not what its tag !!binary says; remove the tag"),
    DocumentCase("!!binary aGVsbG8", "line 1, column 1: a value is not what its tag !!binary says; remove the tag"),
    DocumentCase("!a!b c", "line 1, column 1: a tag has a handle that no %TAG names; write the whole tag as !<tag>"),
    DocumentCase(
      "{a: !!str}",
      "line 1, column 5: a tag is malformed; write it as !!str and a space behind it, or put the value in quotes"),
  ]

  private static let keys: [DocumentCase] = [
    DocumentCase(
      "{on: a, 0x10: b, 1.50: c, 2001-01-01: d, !!str 7: e, 1e30: f}",
      #"{"true":"a","16":"b","1.5":"c","2001-01-01":"d","7":"e","1e+30":"f"}"#),
    DocumentCase("{.inf: a, -.inf: b, .nan: c}", #"{".inf":"a","-.inf":"b",".nan":"c"}"#),
    DocumentCase("{!!binary aGVsbG8=: a, '': b}", #"{"hello":"a","":"b"}"#),
    DocumentCase("? a\n: b\n? c\n", #"{"a":"b","c":null}"#),
    DocumentCase("? [a]\n: b", "line 1, column 3: a key is a sequence or a mapping; Kubernetes has strings as keys only"),
    DocumentCase("{{a: b}: c}", "line 1, column 2: a key is a sequence or a mapping; Kubernetes has strings as keys only"),
    DocumentCase(
      "a: &x [b]\n*x : c", "line 2, column 1: a key is a sequence or a mapping; Kubernetes has strings as keys only"),
    DocumentCase("{~: a}", "line 1, column 2: a key is null; write the key, in quotes if it is that word"),
    DocumentCase("a: {b: c, ? : d}", "line 1, column 12: a key is null; write the key, in quotes if it is that word"),
    DocumentCase("18446744073709551615: a", "line 1, column 1: a key is a number that is too great; put the key in quotes"),
    // The last of repeated keys holds, whatever makes them the same.
    DocumentCase("{a: 1, b: 2, a: 3}", #"{"b":2,"a":3}"#),
    DocumentCase("{1: a, '1': b, 0x1: c, yes: d, 'true': e}", #"{"1":"c","true":"e"}"#),
    DocumentCase(
      "{a: 1, a: 2, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, c: 2}", #"{"a":2,"b":1,"d":1,"e":1,"f":1,"g":1,"h":1,"c":2}"#),
  ]

  private static let merging: [DocumentCase] = [
    DocumentCase("{<<: {a: 1, b: 2}, a: x}", #"{"a":"x","b":2}"#),
    // Not what YAML says, but what Kubernetes' tools do: what comes later holds.
    DocumentCase("{a: x, <<: {a: 1, b: 2}}", #"{"a":1,"b":2}"#),
    DocumentCase("{<<: [{a: 5}, {a: 1, b: 2}], c: 1}", #"{"a":5,"b":2,"c":1}"#),
    DocumentCase("{<<: {a: 1}, <<: {a: 2}}", #"{"a":2}"#),
    DocumentCase("{<<: {a: 1, <<: {b: 3}}, a: 7}", #"{"a":7,"b":3}"#),
    DocumentCase(
      "x: &x {a: 1}\nv: &v {<<: *x, b: 2}\nz: {<<: [*v], c: 3}", #"{"x":{"a":1},"v":{"a":1,"b":2},"z":{"a":1,"b":2,"c":3}}"#),
    DocumentCase("x: {<<: {a: {<<: {b: 1}}}}", #"{"x":{"a":{"b":1}}}"#),
    DocumentCase("{? <<: {a: b}, c: d}", #"{"a":"b","c":"d"}"#),
    DocumentCase(#"{!!merge "<<": {a: b}}"#, #"{"a":"b"}"#),
    DocumentCase(#"{"<<": {a: b}}"#, #"{"<<":{"a":"b"}}"#),
    DocumentCase("{!!str <<: {a: b}, v: <<}", #"{"<<":{"a":"b"},"v":"<<"}"#),
    DocumentCase("{<<: [], a: 1}", #"{"a":1}"#),
    DocumentCase(
      "{l: &l [{a: b}], <<: *l}",
      "line 1, column 22: the value of a merge key << must be a mapping or a sequence of mappings; put the key in quotes otherwise"
    ),
    DocumentCase(
      "{<<: 5}",
      "line 1, column 6: the value of a merge key << must be a mapping or a sequence of mappings; put the key in quotes otherwise"
    ),
    DocumentCase(
      "{<<: [{a: b}, 5]}",
      "line 1, column 6: the value of a merge key << must be a mapping or a sequence of mappings; put the key in quotes otherwise"
    ),
  ]

  private static let anchors: [DocumentCase] = [
    DocumentCase("[&a b, *a , *a]", #"["b","b","b"]"#),
    DocumentCase("{&a b: *a, *a : c}", #"{"b":"c"}"#),
    DocumentCase("[&a 0x10, {*a : b}, *a]", #"[16,{"16":"b"},16]"#),
    DocumentCase("- &a [1]\n- &a [2]", "[[1],[2]]"),
    DocumentCase("- &a 1\n- *a\n- &a 2\n- *a", "[1,1,2,2]"),
    DocumentCase("[a, &x ]", #"["a",null]"#),
    DocumentCase("&a\nb: &c\n- d", #"{"b":["d"]}"#),
    DocumentCase("[*b]", "line 1, column 2: an alias names an anchor that the document does not have before it"),
    DocumentCase(
      "a: &x 1\n---\nb: *x",
      "{\"a\":1}\nline 3, column 4: an alias names an anchor that the document does not have before it"),
    DocumentCase("&a [*a]", "line 1, column 5: an alias stands in the very value that it stands for; write the value out"),
    DocumentCase(
      "- &a b\n- &", "line 2, column 3: an anchor has letters, digits, - and _ only; rename it, or put the value in quotes"),
    DocumentCase("- &a &b c", "line 1, column 6: a value has two anchors or two tags; keep one"),
  ]

  private static let blocks: [DocumentCase] = [
    DocumentCase(
      "a: |2\n    two\n  one\nb: >+\n  keep\n\nc: |-\n  strip\n", #"{"a":"  two\none\n","b":"keep\n\n","c":"strip"}"#),
    // The last line counts as ended.
    DocumentCase("a: |\n  b", #"{"a":"b\n"}"#),
    DocumentCase("a: |\n  b\n   ", #"{"a":"b\n \n"}"#),
    DocumentCase("a: |#c\n  b\n", #"{"a":"b\n"}"#),
    DocumentCase("a: >\n  b\n  c\n\n   d\n  e\n", #"{"a":"b c\n\n d\ne\n"}"#),
  ]

  private static let structure: [DocumentCase] = [
    DocumentCase("a:\n- b\n- - c\n  - d\n-\n  e: f\n  g:\n  - h\n", #"{"a":["b",["c","d"],{"e":"f","g":["h"]}]}"#),
    DocumentCase("[a: b, {c: d, e}, [f],]", #"[{"a":"b"},{"c":"d","e":null},["f"]]"#),
    DocumentCase("[\n? a\n b : c\n]", #"[{"a b":"c"}]"#),
    DocumentCase("k: [\n a: b,\n ]\nl: 1", #"{"k":[{"a":"b"}],"l":1}"#),
    DocumentCase("{x: :x}", "line 1, column 5: a value is missing"),
    DocumentCase(
      "a: b\n  c: d",
      "line 2, column 4: a value holds a second colon; put the value in quotes, or begin the mapping on the next line"),
    DocumentCase("a: - b", "line 1, column 4: a sequence begins on the line of its key; begin it on the next line"),
    DocumentCase("a: ? b", "line 1, column 4: a question mark stands where no key can begin; put the value in quotes"),
    DocumentCase(
      "- a\nb",
      "line 2, column 1: a line is no key with a value; write key: value, or indent the line to continue the one before"),
    DocumentCase("- a\n - b", #"["a - b"]"#),
    DocumentCase("[a b]: c\nd", "line 1, column 1: a key is a sequence or a mapping; Kubernetes has strings as keys only"),
    DocumentCase("[] a", "line 1, column 4: something stands behind the end of the document; begin another one with ---"),
    DocumentCase("[a", "line 1, column 1: a collection is not closed; write the missing bracket"),
    DocumentCase("[a b: {c\n---\nd", "line 1, column 7: a collection is not closed; write the missing bracket\n\"d\""),
    DocumentCase("[a {", "line 1, column 4: a comma is missing, or the bracket that closes the collection"),
    DocumentCase(
      "a: |0\n b",
      "line 1, column 5: only an indentation from 1 to 9, + or - and a comment may follow | or >; begin the text on the next line"
    ),
    DocumentCase(#"a: "\x4""#, "line 1, column 5: an escape must have 2 hexadecimal digits"),
    DocumentCase(
      #"a: "\ud83d""#,
      "line 1, column 5: an escape names no character; characters beyond U+FFFF are written as one escape, \\U0001F600 for example"
    ),
    DocumentCase(
      "%FOO\n---\na",
      "line 1, column 1: only %YAML 1.2 and %TAG with a handle and a prefix may stand here; put a value in quotes"),
    DocumentCase("%YAML 2.0\n---\na", "line 1, column 1: only YAML 1 is read; write %YAML 1.2, or leave the line out"),
    DocumentCase("%YAML 1.1#\n---\na", "line 1, column 1: only YAML 1 is read; write %YAML 1.2, or leave the line out"),
    DocumentCase("%YAML\t1.1  # c\n---\na\n... # c", #""a""#),
    DocumentCase(
      "a\n... b", "line 2, column 5: something stands behind the end of the document; begin another one with ---"),
    DocumentCase("%YAML 1.2\na", "line 2, column 1: a directive must be followed by ---"),
    DocumentCase("%YAML 1.2\n%YAML 1.2\n---\na", "line 2, column 1: a directive is repeated; keep one"),
  ]
}
