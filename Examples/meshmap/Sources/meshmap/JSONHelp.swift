/// What `meshmap help json` says: the form of what each command prints with `--output json`.
enum JSONHelp {
  /// The text.
  static let text = ([head] + commands.map { "\($0.name)\n\n\($0.form)" }).joined(separator: "\n\n")

  private static let head = """
    What the commands print with --output json. Keys are only ever added. Absent values are left out. --output yaml has the same form.
    """

  /// The forms, by the names of the commands.
  static let commands: [(name: String, form: String)] = [
    ("PREVIEW, RECONCILE", reports), ("EXPLAIN", explain), ("COMPARE", compare), ("VERIFY", verify), ("LINT", lint),
    ("CODES", codes),
  ]

  private static let finding = """
      FINDING     {"code", "severity": "error | warning | info", "message", "statement",
                   "location": {"file", "line", "column", "madeOf"}}
    """

  private static let reports = """
      {"rules": "2.9.4", "announced",
       "pods": [{"namespace", "name", "workload": {"kind", "name", "pods"},
         "injection": {"outcome": "inject | skip | reject | unknown", "reason", "message",
                       "evidence": {"place", "key", "value"}},
         "mesh",
         "dataplane": {"action": "apply | delete | none | pending | fail | unknown", "reason", "message",
                       "resource": the Dataplane as it is stored},
         "unknown": [{"path", "needs"}],
         "findings": [FINDING]}],
       "incomplete": [{"needs", "pods", "message"}]}

    \(finding)
    """

  private static let explain = """
      {"rules", "announced", "pods": [one, as of PREVIEW], "steps": {…}}
    """

  private static let compare = """
      {"from", "to", "announced", "pods", "dataplanes", "changes": […], "undecided": […], "incomplete": […]}
    """

  private static let verify = """
      {"rules", "announced", "dataplanes", "problems": […], "unchecked": […], "incomplete": […]}
    """

  private static let lint = """
      {"rules", "announced",
       "findings": [FINDING and
         {"object": {"kind", "namespace", "name"}, "field": the path in the object,
          "pod": the first Pod that it is told of, "pods": how many there are,
          "related": [{"message", "object", "field", "location"}],
          "fixes": [{"message",
                     "command": for a cluster, a line for each command,
                     "edits": [{"file", "line", "old", "new"}]: lines that go and those that come,
                     "unwritten": why --fix does not write it,
                     "pods": the Pods that become others}]}],
       "incomplete": [{"needs", "pods", "message"}]}

    \(finding)

      The fixes were tried, the one with the least effect first. --output sarif is SARIF 2.1.0, and --output github a command for each
      finding, as the workflows of that host take them.
    """

  private static let codes = """
      {"codes": [{"code", "kind": "finding | statement | row", "summary",
                  "severity", "statement", "reason", "remedy": of a finding,
                  "text": of a statement, "releases", "pullRequests": of a row}]}
    """
}
