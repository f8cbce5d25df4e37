/// What `meshmap help json` says: the form of what each command prints with `--output json`.
enum JSONHelp {
  /// The text.
  static let text = ([head] + commands.map { "\($0.name)\n\n\($0.form)" }).joined(separator: "\n\n")

  private static let head = """
    What the commands print with --output json. Keys are only ever added. Absent values are left out. --output yaml has the same form.
    """

  /// The forms, by the names of the commands.
  static let commands: [(name: String, form: String)] = [
    ("PREVIEW, RECONCILE", reports), ("EXPLAIN", explain), ("EXPLAIN --want", want), ("COMPARE", compare),
    ("UPGRADE", upgrade), ("VERIFY", verify), ("LINT", lint), ("SERVICES", services),
    ("SERVICES --tag", tags), ("DIRECT-ACCESS", directAccess), ("CODES", codes),
  ]

  private static let finding = """
      FINDING     {"code", "severity": "error | warning | info", "message", "statement",
                   "location": {"file", "line", "column", "madeOf", "changedBy": [files]}}
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
         "alternatives": [{"condition", "injection", "dataplane", "unknown"}]: where the injection is unknown,
         "findings": [FINDING]}],
       "incomplete": [{"needs", "pods", "message"}], "restsOn": [{"premise", "idle", "message"}, as of COMPARE]}

    \(finding)
    """

  private static let explain = """
      {"rules", "announced", "pods": [one, as of PREVIEW],
       "groups": [{"pods", "differences"}]: of a workload whose Pods differ; those of the first are as the one of "pods",
       "steps": {
         "webhook": {"called": its name | "notCalled": [why each is not] | "needs": […]},
         "injection", "mesh": [{"place", "value", "needs", "standing": "decisive | lookedAt | notReached"}],
         "services": [{"name", "belongs": true or false, "reason", "ports": [{"port", "target"}]}],
         "tags": [{"inbound": its port, "tags": [{"key", "value", "origin"}]}],
         "droppedLabels": [{"key", "value", "reason"}]}}
    """

  private static let want = """
      {"rules", "announced",
       "change": {"namespace", "name", "want": "injected | not-injected | service=NAME",
         "answer": "alreadySo | edits | none",
         "restarts": [commands], "recreate": what takes effect only when it is recreated: of alreadySo,
         "reason", "message": of none,
         "edits": [{"message",
                    "edits": [{"object": {"kind", "namespace", "name"}, "path", "new": none where the field goes}],
                    "commands": [for a cluster, in order],
                    "restarts": [those of them that make Pods anew],
                    "recreate": what has to be recreated where the edits do not do that,
                    "refused", "failing", "unknown", "joining", "leaving", "admitted", "changing", "reselected":
                      [other Pods that are touched, by what becomes of them],
                    "warnings": [what is wrong with the Pod itself, and what else changes about it]}]}}

      The edits were tried, the smallest first.
    """

  private static let trouble = """
      TROUBLE     {"effect": "loses-sidecar | refused | service-renamed | …", "message",
                   "first": release, "gone": the first later release of the line without it,
                   "causes": [{"id", "kind", "summary", "releases", "pullRequests"}], "otherCauses": ["settings | objects"],
                   "workloads": [{"kind", "namespace", "name", "pods", "changes": [CHANGE], "selectedBy": […]}],
                   "fixes": [{"message", "commands": […], "changesNow": what it changes before the upgrade, "cost"}],
                   "advice": where there is no fix}
      CHANGE      {"change", "path", "old", "new", "message"}
      BASIS       {"premise": "namespace-labels | no-services | default-mesh | no-policies", "message"}, or of what is
                   harmless either way {"needs", "pods", "message"}, or {"failing": how many workloads fail on both sides,
                   "message"}, or {"idle": how many workloads want no Pods, "message"}
      NOTE        {"note", "release", "effect", "kind", "namespace", "name",
                   "pods": how many of the workload show the same, "path", "message", "remedy"}
      NOTEFIX     {"note", "message", "commands": […], "changesNow": what it changes before the upgrade}
    """

  private static let compare = """
      {"from", "to", "announced", "verdict": "ready | not-ready | cannot-tell", "message",
       "workloads", "pods", "dataplanes": how many there are,
       "troubles": [TROUBLE], "fixesNotTried": why, with --with,
       "harmless": [{"change", "causes", "otherCauses", "workloads"}], "notes": [NOTE], "noteFixes": [NOTEFIX],
       "notesToRead": [identifiers]: what the verdict does not decide,
       "changes": [{"namespace", "name", CHANGE, "needsAttention", "causes"}]: of Pods that are alike, one,
       "added": [{"kind", "namespace", "name", "injection", "message"}]: what only --with has,
       "restarts": [commands], "undecided": [{"namespace", "name", "needs", "mayNeedAttention"}],
       "incomplete": [{"needs", "pods", "message"}], "restsOn": [BASIS]}

    \(trouble)
    """

  private static let upgrade = """
      {"from", "to", "announced", "verdict", "message", "safeUpTo": release, "firstTrouble": release,
       "notesToRead": [identifiers]: what the verdict does not decide,
       "workloads", "pods": how many there are, "restsOn": [BASIS],
       "steps": [{"from", "to", "verdict", "troubles": [TROUBLE], "followUps": [TROUBLE]: once those are fixed,
                  "harmless": how many workloads, "losingTags": how many workloads, "notes": [NOTE],
                  "noteFixes": [NOTEFIX], "notesToRead": [identifiers],
                  "undecided": [{"kind", "namespace", "name", "needs"}],
                  "incomplete": [{"needs", "pods", "message"}]}]}

    \(trouble)
    """

  private static let verify = """
      {"rules", "announced", "dataplanes": how many there are, "zoneProxies": how many ZoneIngresses and ZoneEgresses,
       "problems": [{"namespace", "name", "problem", "path", "actual", "expected", "message"}],
       "bestFit": {"rules": the release under which fewer differ, "differing": how many},
       "unchecked": [{"namespace", "name", "needs", "message"}],
       "incomplete": [{"needs", "pods", "message"}],
       "restsOn": [{"premise", "idle", "message"}, as of COMPARE]}
    """

  private static let lint = """
      {"rules", "announced",
       "findings": [FINDING and
         {"object": {"kind", "namespace", "name"}, "field": the path in the object,
          "pod": the first Pod that it is about, "pods": how many there are,
          "related": [{"message", "object", "field", "location"}],
          "fixes": [{"message",
                     "command": for a cluster, a line for each command,
                     "edits": [{"file", "line", "old", "new"}]: lines that go and those that come; of a line of more than
                       4096 bytes a part, with its "column",
                     "unwritten": why --fix does not write it,
                     "pods": the Pods that become others}]}],
       "unusedIgnores": [{"code", "place", "message"}]: what is ignored and not found,
       "lookedAt": {"pods", "workloads": without Pods, "services", "namespaces"}: how many there are,
       "incomplete": [{"needs", "pods", "message"}], "restsOn": [{"premise", "idle", "message"}, as of COMPARE]}

    \(finding)

      The fixes were tried, the one with the least effect first. --output sarif is SARIF 2.1.0, and --output github a command for each
      finding, as the workflows of that host take them.
    """

  private static let services = """
      {"rules", "announced",
       "services": [{"mesh", "name", "sources": [{"source", "kind", "namespace", "name", "port"}], "ambiguous": true,
                     "protocols": [{"name", "origin"}],
                     "endpoints": [{"namespace", "pod", "workload": {"kind", "name"}, "pods": where it is not one,
                                    "address", "port", "state"}]}],
       "strayServices": [{"namespace", "name", "reason", "message"}]: Services that lead to no Pod in a mesh,
       "strayEntries": [{"namespace", "pod", "annotation", "entry", "nearest"}]: that name no service,
       "incomplete": [{"needs", "pods", "message"}], "restsOn": [{"premise", "idle", "message"}, as of COMPARE]}
    """

  private static let tags = """
      {"rules", "announced", "tags": {KEY: VALUE},
       "picked": [{"namespace", "name", "inbounds": [{"port", "service"}]}],
       "missed": [{"namespace", "name", "reason", "message"}]: Pods that have only the label,
       "incomplete": [{"needs", "pods", "message"}], "restsOn": [{"premise", "idle", "message"}, as of COMPARE]}
    """

  private static let directAccess = """
      {"rules", "announced", "listeners": how many in all proxies,
       "pods": [{"namespace", "name", "workload": {"kind", "name"}, "mesh", "served": false where the list has no effect,
         "entries": [{"entry", "answer", "message", "places": [PLACE], "nearest"}],
         "listeners": [PLACE], "outboundAlready": [PLACE],
         "replacement": the names that would take the place of *}],
       "withoutDataplane": [{"namespace", "name"}]: Pods whose list does nothing, since they get no Dataplane,
       "incomplete": [{"needs", "pods", "message"}], "restsOn": [{"premise", "idle", "message"}, as of COMPARE]}

      PLACE       {"address", "port", "namespace", "pod", "pods": where it is not one}
    """

  private static let codes = """
      {"codes": [{"code", "kind": "finding | statement | row", "summary",
                  "severity", "statement", "reason", "remedy": of a finding,
                  "text": of a statement, "releases", "pullRequests": of a row}]}
    """
}
