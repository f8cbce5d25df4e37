import Foundation
import KubernetesYAML
import MeshMapping
import Testing

@testable import MeshMapKit

/// What the command's contract fixes, so that other programs can rely on it: input, options, JSON and exit status.
@Suite struct ContractTests {
  private static let demo = Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod())

  /// The one Pod that a command reports.
  private func pod(_ arguments: String..., input: String) throws -> Report.Pod {
    let pods = try Command(arguments + ["-"]).report(input: input).pods
    try #require(pods.count == 1)
    return try #require(pods.first)
  }

  // MARK: - Form of the output

  @Test func writesEveryKeyInItsPlace() throws {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web-1
        namespace: demo
        uid: 6f1d
        labels: {app: web, team: ""}
        annotations:
          kuma.io/sidecar-injected: "true"
          kuma.io/transparent-proxying: enabled
          kuma.io/transparent-proxying-inbound-port: "15006"
          kuma.io/transparent-proxying-outbound-port: "15001"
          kuma.io/direct-access-services: api_demo_svc_80
          kuma.io/envoy-admin-port: "9901"
      spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}, {name: kuma-sidecar}]}
      status:
        phase: Running
        podIP: 10.0.0.1
        containerStatuses: [{name: web, ready: false}, {name: kuma-sidecar, ready: true}]

      """
    let service = Manifest.service(ports: "{name: api, port: 80, targetPort: http, appProtocol: HTTP}")
    let input = Manifest.documents(Manifest.namespace(), service, pod)
    let run = try Command("reconcile", "--release", "2.14", "--output", "json", "-").run(input: input)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == #"""
        {
          "rules": "\#(KumaRelease.newest)",
          "pods": [
            {
              "namespace": "demo",
              "name": "web-1",
              "injection": {
                "outcome": "skip",
                "reason": "alreadyInjected",
                "message": "The Pod has its sidecar: container kuma-sidecar.",
                "evidence": {
                  "place": "podContainer",
                  "key": "name",
                  "value": "kuma-sidecar"
                }
              },
              "mesh": "default",
              "dataplane": {
                "action": "apply",
                "resource": {
                  "apiVersion": "kuma.io/v1alpha1",
                  "kind": "Dataplane",
                  "mesh": "default",
                  "metadata": {
                    "name": "web-1",
                    "namespace": "demo",
                    "labels": {
                      "app": "web",
                      "k8s.kuma.io/namespace": "demo",
                      "kuma.io/env": "kubernetes",
                      "kuma.io/mesh": "default",
                      "kuma.io/origin": "zone",
                      "kuma.io/proxy-type": "sidecar",
                      "kuma.io/zone": "default",
                      "team": ""
                    },
                    "annotations": {
                      "kuma.io/display-name": "web-1"
                    },
                    "ownerReferences": [
                      {
                        "apiVersion": "v1",
                        "kind": "Pod",
                        "name": "web-1",
                        "uid": "6f1d",
                        "controller": true,
                        "blockOwnerDeletion": true
                      }
                    ]
                  },
                  "spec": {
                    "networking": {
                      "address": "10.0.0.1",
                      "inbound": [
                        {
                          "port": 8080,
                          "name": "http",
                          "tags": {
                            "app": "web",
                            "k8s.kuma.io/namespace": "demo",
                            "k8s.kuma.io/service-name": "web",
                            "k8s.kuma.io/service-port": "80",
                            "kuma.io/protocol": "http",
                            "kuma.io/service": "web_demo_svc_80",
                            "kuma.io/zone": "default"
                          },
                          "state": "NotReady",
                          "health": {},
                          "protocol": "http"
                        }
                      ],
                      "transparentProxying": {
                        "redirectPortInbound": 15006,
                        "redirectPortOutbound": 15001,
                        "directAccessServices": [
                          "api_demo_svc_80"
                        ],
                        "ipFamilyMode": "DualStack"
                      },
                      "admin": {
                        "port": 9901
                      }
                    }
                  }
                }
              },
              "findings": [
                {
                  "code": "inbound-not-ready",
                  "severity": "warning",
                  "message": "Inbound 8080 is not ready, since container web, which declares the port, is not.",
                  "statement": "INB-2",
                  "location": {
                    "file": "standard input",
                    "line": 29,
                    "column": 35
                  }
                },
                {
                  "code": "empty-label",
                  "severity": "info",
                  "message": "Label team is empty and so no tag; give it a value if it should be one.",
                  "statement": "TAG-2",
                  "location": {
                    "file": "standard input",
                    "line": 17,
                    "column": 22
                  }
                },
                {
                  "code": "direct-access-to-nothing",
                  "severity": "warning",
                  "message": "Direct access entry api_demo_svc_80 names no Service of namespace demo.",
                  "statement": "DA-5",
                  "location": {
                    "file": "standard input",
                    "line": 23,
                    "column": 5
                  }
                }
              ]
            }
          ]
        }

        """#
    )
  }

  @Test func leavesOutWhatIsAbsent() throws {
    let input = Manifest.documents(Manifest.namespace(labels: ""), Manifest.pod(labels: ""))
    let run = try Command("preview", "--output", "json", "-").run(input: input)
    #expect(
      run.output == #"""
        {
          "rules": "documented",
          "pods": [
            {
              "namespace": "demo",
              "name": "web-1",
              "injection": {
                "outcome": "skip",
                "reason": "notRequested",
                "message": "No sidecar is added, since nothing asks for it; \#
        label the Namespace or the Pod kuma.io/sidecar-injection=enabled."
              },
              "mesh": "default",
              "dataplane": {
                "action": "none",
                "reason": "willNotBeInjected",
                "message": "There is no Dataplane, since the Pod gets no sidecar."
              },
              "findings": []
            }
          ]
        }

        """#
    )
    let unknown = try Command("preview", "--output", "json", "-").run(input: Manifest.pod(labels: "kuma.io/service: x"))
    #expect(
      unknown.output == #"""
        {
          "rules": "documented",
          "pods": [
            {
              "namespace": "demo",
              "name": "web-1",
              "injection": {
                "outcome": "unknown",
                "reason": "incompleteInput",
                "message": "Whether a sidecar is added is unknown, since Namespace demo is not in the input; add it."
              },
              "dataplane": {
                "action": "unknown",
                "reason": "incompleteInput",
                "message": "What happens to the Dataplane is unknown, since Namespace demo is not in the input; add it."
              },
              "alternatives": [
                {
                  "condition": "if the Namespace is labelled kuma.io/sidecar-injection=enabled",
                  "injection": {
                    "outcome": "inject",
                    "reason": "requested",
                    "message": "A sidecar is added, since namespace label kuma.io/sidecar-injection=enabled asks for it.",
                    "evidence": {
                      "place": "namespaceLabel",
                      "key": "kuma.io/sidecar-injection",
                      "value": "enabled"
                    }
                  },
                  "dataplane": {
                    "action": "apply",
                    "resource": {
                      "apiVersion": "kuma.io/v1alpha1",
                      "kind": "Dataplane",
                      "mesh": "default",
                      "metadata": {
                        "name": "web-1",
                        "namespace": "demo",
                        "ownerReferences": [
                          {
                            "apiVersion": "v1",
                            "kind": "Pod",
                            "name": "web-1",
                            "controller": true,
                            "blockOwnerDeletion": true
                          }
                        ]
                      },
                      "spec": {
                        "networking": {
                          "address": "10.0.0.1",
                          "inbound": [
                            {
                              "port": 49151,
                              "tags": {
                                "k8s.kuma.io/namespace": "demo",
                                "kuma.io/protocol": "tcp",
                                "kuma.io/service": "web-1_demo_svc"
                              }
                            }
                          ],
                          "transparentProxying": {
                            "redirectPortInbound": 15006,
                            "redirectPortInboundV6": 15010,
                            "redirectPortOutbound": 15001
                          },
                          "admin": {
                            "port": 9901
                          }
                        },
                        "probes": {
                          "port": 9000
                        }
                      }
                    }
                  }
                },
                {
                  "condition": "if the Namespace has no label of Kuma",
                  "injection": {
                    "outcome": "skip",
                    "reason": "notRequested",
                    "message": "No sidecar is added, since nothing asks for it; \#
        label the Namespace or the Pod kuma.io/sidecar-injection=enabled."
                  },
                  "dataplane": {
                    "action": "none",
                    "reason": "willNotBeInjected",
                    "message": "There is no Dataplane, since the Pod gets no sidecar."
                  }
                }
              ],
              "findings": []
            }
          ],
          "incomplete": [
            {
              "needs": "namespaces",
              "pods": 1,
              "message": "Answers about 1 Pod rest on what is not in the input: add namespaces to it."
            }
          ],
          "restsOn": [
            {
              "premise": "no-services",
              "message": "The input has no Service, so no Pod is taken to be behind one."
            },
            {
              "premise": "default-mesh",
              "message": "The input has no Mesh, so the mesh default is taken to be as an installation creates it."
            }
          ]
        }

        """#
    )
    let nothing = try Command("reconcile", "--output", "json", "-").run(input: Manifest.namespace())
    #expect(nothing.output == "{\n  \"rules\": \"documented\",\n  \"pods\": []\n}\n")
  }

  @Test func sortsPodsByNamespaceAndNameAsBytes() throws {
    let names = [("b", "a"), ("a-b", "x"), ("a", "b"), ("a", "a-1"), ("a", "a"), ("a", "a.1"), ("B", "z"), ("a", "A")]
    let pods = names.map { Manifest.pod($0.1, namespace: $0.0) }.joined(separator: "---\n")
    for command in ["preview", "reconcile"] {
      let report = try Command(command, "-").report(input: pods)
      #expect(
        report.pods.map { "\($0.namespace)/\($0.name)" } == [
          "B/z", "a/A", "a/a", "a/a-1", "a/a.1", "a/b", "a-b/x", "b/a",
        ]
      )
    }
  }

  @Test(arguments: [
    ([], "documented"), (["--release", "2.9"], "2.9.19"), (["--release", "2.9.4"], "2.9.4"),
    (["--release", "v2.9.4"], "2.9.4"), (["--release", "1.2"], "1.2.3"),
    (["--release", "2.10"], "2.10.11"), (["--release", "2.14.0"], "2.14.0"),
  ])
  func namesItsRules(_ arguments: [String], _ rules: String) throws {
    #expect(try Command(["preview"] + arguments + ["documentation/opt-out.yaml"]).report().rules == rules)
    let text = try Command(["preview"] + arguments + ["documentation/opt-out.yaml"]).run()
    let named = rules == "documented" ? "the documented rules" : "the rules of Kuma \(rules)"
    #expect(text.lines.last == "1 Pod under \(named): 1 none")
  }

  @Test func givesTextUnlessItIsAskedForSomethingElse() throws {
    let plain = try Command("preview", "-").run(input: Self.demo)
    #expect(plain.output == (try Command("preview", "--output", "text", "-").run(input: Self.demo)).output)
    #expect(plain.output.hasPrefix("demo "))
    #expect(try Command("preview", "--output", "json", "-").run(input: Self.demo).output.hasPrefix("{\n"))
    #expect(try Command("preview", "--output", "yaml", "-").run(input: Self.demo).output.hasPrefix("rules: documented\n"))
  }

  /// YAML of texts that look like something else, read again, is what JSON says.
  @Test(arguments: ["preview", "reconcile", "explain"])
  func writesYAMLOfTheSameValue(_ command: String) throws {
    let texts = [
      "true", "yes", "y", "null", "~", "80", "1.10", "0x10", "1e3", "12:30", "2024-01-01", "- a", "#a", "a: b", " a", "a ",
      "*a",
      "&a", "!a", "%a", "@a", "`a", "[a", "{a", "a,b", "'a'", "a\\\"b", "a\\\\b", "a\\nb", "a\\tb", "\\u001b", "ä", "日本",
      "\\u2028", "=", "<<", "...", "---", "?", "|", ">", ".inf", "0o7", "0b1", "1_000", "+1", "-",
    ]
    let labels = texts.enumerated().map { #"l\#($0): "\#($1)", "\#($1)": "v""# }.joined(separator: ", ")
    let input = Manifest.documents(Manifest.namespace(), Manifest.injectedPod(labels: labels))
    let json = try Command(command, "--release", "2.14", "--output", "json", "-").run(input: input)
    let yaml = try Command(command, "--release", "2.14", "--output", "yaml", "-").run(input: input)
    #expect(yaml.status == 0)
    let documents = try YAMLDocument.documents(in: yaml.output.utf8)
    try #require(documents.count == 1)
    #expect(try canonical(Data(documents[0].json())) == canonical(Data(json.output.utf8)))
    #expect(yaml.output.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
  }

  private func canonical(_ json: Data) throws -> String {
    let value = try JSONSerialization.jsonObject(with: json)
    return String(decoding: try JSONSerialization.data(withJSONObject: value, options: .sortedKeys), as: UTF8.self)
  }

  @Test(arguments: ["preview", "explain", "reconcile"])
  func isNotColouredWhereNobodyLooks(_ command: String) throws {
    let run = try Command(command, "--pod", "shop/worker-6d9f7c5b84-zq8vt", "shop.json").run(
      environment: ["TERM": "xterm-256color", "NO_COLOR": "", "CLICOLOR_FORCE": "1", "COLORTERM": "truecolor"]
    )
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(!run.output.unicodeScalars.contains("\u{1B}"))
  }

  @Test func givesTheSameOutputOnEveryRun() throws {
    let runs = try (0..<3).map { _ in try Command("preview", "--output", "json", "shop.json").run().output }
    #expect(Set(runs).count == 1)
  }

  /// More than a pipe holds goes in and comes out.
  @Test func takesAndGivesMuch() throws {
    let label = "app: \(String(repeating: "v", count: 1_000_000))"
    let service = Manifest.service(selector: label, ports: (80..<90).map { "{port: \($0)}" }.joined(separator: ", "))
    let input = Manifest.documents(Manifest.namespace(), service, Manifest.pod(labels: label))
    let run = try Command("preview", "--output", "json", "-").run(input: input)
    #expect(run.status == 0)
    #expect(run.output.utf8.count > 10_000_000)
  }

  // MARK: - Input

  @Test func readsFilesInTheOrderOfTheirNames() throws {
    func pod(_ place: String) -> String { Manifest.documents(Manifest.namespace(), Manifest.pod(labels: "place: \(place)")) }
    let files = [
      "dir/a.yaml": pod("a"), "dir/b.json": #"{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}}"#,
      "dir/c.yml": pod("c"), "dir/z.txt": "no manifest", "dir/z.yaml.bak": "- no manifest", "dir/sub/deep/d.yaml": pod("d"),
      "other.yaml": pod("other"),
    ]
    // Of two objects of one name the last one that is read holds, which tells the order.
    let orders: [([String], String)] = [
      (["dir/a.yaml", "dir/c.yml"], "c"), (["dir/c.yml", "dir/a.yaml"], "a"), (["dir"], "d"), (["dir/"], "d"),
      (["dir", "other.yaml"], "other"), (["other.yaml", "dir"], "d"), (["dir", "-"], "input"), (["-", "dir"], "d"),
      (["other.yaml", "-", "dir/a.yaml"], "a"),
    ]
    try Command.withFolder(holding: files) { folder in
      for (arguments, place) in orders {
        let paths = arguments.map { $0 == "-" ? $0 : "\(folder.path)/\($0)" }
        let report = try Command(["preview"] + paths).report(input: pod("input"))
        #expect(report.pods.map { $0.tags["place"] } == [place], "\(arguments)")
      }
    }
  }

  @Test func readsListsDocumentsAndJSONInAnyMixture() throws {
    let list = """
      ---
      # A comment, and nothing else.
      ---
      apiVersion: v1
      kind: List
      items:
        - apiVersion: v1
          kind: Pod
          metadata: {name: a, namespace: demo}
        - apiVersion: v1
          kind: Pod
          metadata: {name: b, namespace: demo}
      ---

      """
    let json = #"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "c", "namespace": "demo"}}"# + "\n"
    let jsonList = #"{"apiVersion": "v1", "kind": "List", "items": [\#(json), null]}"#
      .replacingOccurrences(of: ", null", with: "")
    let pods = try Command("preview", "-").report(
      input: Manifest.documents(list + Manifest.namespace(), Manifest.pod(), json)
    ).pods
    #expect(pods.map(\.name) == ["a", "b", "c", "web-1"])
    #expect(pods.allSatisfy { $0.injection.outcome == "inject" })

    let jsonFirst = try Command("preview", "-").report(input: Manifest.documents(json, jsonList + "\n", Self.demo)).pods
    #expect(jsonFirst.map(\.name) == ["c", "web-1"])
  }

  @Test func readsTheSameObjectsFromJSONAndYAML() throws {
    let json = #"""
      {"kind": "List", "apiVersion": "v1", "metadata": {"resourceVersion": ""}, "items": [
        {"apiVersion": "v1", "kind": "Namespace",
         "metadata": {"name": "demo", "labels": {"kuma.io/sidecar-injection": "enabled"}}},
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "demo"},
         "spec": {"selector": {"app": "web"}, "ports": [{"port": 80, "targetPort": 8080}]}},
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1", "namespace": "demo", "labels": {"app": "web"}},
         "spec": {"containers": [{"name": "web", "ports": [{"containerPort": 8080}]}]},
         "status": {"phase": "Pending", "podIP": "10.0.0.1"}}]}
      """#
    let ofJSON = try Command("preview", "--output", "json", "-").run(input: json)
    let ofYAML = try Command("preview", "--output", "json", "-").run(input: Self.demo)
    #expect(ofJSON.status == 0)
    #expect(ofJSON.output == ofYAML.output)
  }

  @Test func meshObjectsAreAllTheMeshesThereAre() throws {
    let payments = Manifest.pod(annotations: "kuma.io/mesh: payments")
    let alone = Manifest.documents(Manifest.namespace(), payments)
    // Whether a mesh exists that only the Pod names cannot be known without Mesh objects.
    #expect(try pod("preview", input: alone).decision == "unknown incompleteInput")
    #expect(
      try pod("preview", input: Manifest.documents(Manifest.namespace(), Manifest.pod())).decision == "inject requested")
    #expect(try pod("preview", input: Manifest.documents(alone, Manifest.mesh("payments"))).mesh == "payments")
    let missing = try pod("preview", input: Manifest.documents(alone, Manifest.mesh("default")))
    #expect(missing.decision == "reject meshNotFound")
    #expect(
      missing.injection.message
        == "The injector refuses the Pod, since mesh payments does not exist; create it or name another."
    )
    let annotation = Report.Evidence(place: "podAnnotation", key: "kuma.io/mesh", value: "payments")
    #expect(missing.injection.evidence == annotation)

    let injected = Manifest.documents(Manifest.namespace(), Manifest.injectedPod(), Manifest.mesh("payments"))
    #expect(try pod("reconcile", "--release", "2.10.11", "--no-admission", input: injected).action == "apply")
    #expect(try pod("reconcile", "--release", "2.10.11", input: injected).action == "fail meshNotFound")
    #expect(try pod("reconcile", "--release", "2.11.0", input: injected).action == "fail meshNotFound")
  }

  // MARK: - Filters

  @Test(arguments: [
    (["--namespace", "shop"], 9), (["--namespace", "monitoring"], 1), (["--pod", "shop/web-7"], 1),
    (["--pod", "shop/web-7", "--namespace", "shop"], 1), ([], 12),
  ])
  func filters(_ arguments: [String], _ count: Int) throws {
    for command in ["preview", "reconcile"] {
      let pods = try Command([command] + arguments + ["shop.json"]).report().pods
      #expect(pods.count == count)
      if arguments.contains("--pod") { #expect(pods.allSatisfy { $0.name == "web-7" }) }
      if let index = arguments.firstIndex(of: "--namespace") {
        #expect(pods.allSatisfy { $0.namespace == arguments[index + 1] })
      }
    }
  }

  @Test func filtersDoNotChangeWhatIsAroundAPod() throws {
    let all = try Command("preview", "shop.json").report().pods
    let one = try Command("preview", "--pod", "shop/postgres-0", "shop.json").report().pods
    let postgres = try #require(all.first { $0.name == "postgres-0" })
    #expect(one.map { $0.inbounds.map(\.row) } == [postgres.inbounds.map(\.row)])
  }

  // MARK: - Options of the control plane

  @Test func takesTheZone() throws {
    #expect(try pod("preview", input: Self.demo).tags["kuma.io/zone"] == nil)
    #expect(try pod("preview", "--zone", "east", input: Self.demo).tags["kuma.io/zone"] == "east")
    let labelled = try Command("preview", "--zone", "east", "--release", "2.10", "-").report(input: Self.demo).pods.first
    let labels = labelled?.dataplane.resource?.metadata.labels ?? [:]
    #expect([labels["kuma.io/zone"], labels["kuma.io/origin"], labels["kuma.io/env"]] == ["east", "zone", "kubernetes"])
  }

  /// Left out it is the release's own, and what would not start is said once, beside the answer.
  @Test func tellsOfAZoneThatAReleaseDoesNotStartWith() throws {
    let zone = { (options: [String]) in
      try Command(["preview"] + options + ["-"]).report(input: Self.demo).pods.first?.tags["kuma.io/zone"]
    }
    #expect(try zone(["--release", "2.5.11"]) == nil)
    #expect(try zone(["--release", "2.6.0"]) == "default")
    #expect(try zone(["--release", "2.6.0", "--zone", ""]) == nil)
    let note = "meshmap: note: A control plane of this release does not start without a zone; "
    let told = try Command("preview", "--release", "2.6.0", "--zone", "", "-").run(input: Self.demo)
    #expect(told.status == 0)
    #expect(told.errors.hasPrefix(note) && told.errors.count(where: { $0 == "\n" }) == 1)
    #expect(try Command("preview", "--release", "2.5.11", "--zone", "", "-").run(input: Self.demo).errors.isEmpty)
    let compared = try Command("compare", "--from", "2.9.4", "--to", "2.10.0", "--zone", "", "-").run(input: Self.demo)
    let both = note.replacingOccurrences(of: "note:", with: "note on 2.9.4, 2.10.0:")
    #expect(compared.errors.hasPrefix(both) && compared.errors.count(where: { $0 == "\n" }) == 1)
  }

  @Test func tellsOfASettingThatAReleaseDoesNotKnow() throws {
    let note = { (release: String) in
      try Command("preview", "--release", release, "--namespace-allow-list", "demo", "-").run(input: Self.demo).errors
    }
    #expect(
      try note("2.10.0")
        == "meshmap: note: These rules do not know the setting namespace-allow-list; it has no effect.\n"
    )
    #expect(try note("2.11.0").isEmpty)
    let compared = try Command("compare", "--from", "2.10.0", "--to", "2.11.0", "--namespace-allow-list", "demo", "-")
      .run(input: Self.demo)
    #expect(compared.errors.hasPrefix("meshmap: note on 2.10.0: These rules do not know"))
  }

  /// Each of the settings that decide what the injector writes, by what is seen of it.
  @Test func takesTheSettingsOfTransparentProxying() throws {
    let section = { (options: [String]) in
      try Command(["preview"] + options + ["-"]).report(input: Self.demo).pods.first?.networking?.transparentProxying
    }
    let ports = try #require(
      try section([
        "--release", "2.6.0", "--redirect-port-inbound", "1", "--redirect-port-outbound", "2", "--redirect-port-inbound-v6",
        "3",
      ]))
    #expect([ports.redirectPortInbound, ports.redirectPortOutbound, ports.redirectPortInboundV6] == [1, 2, 3])
    let admin = try Command("preview", "--release", "2.9.4", "--admin-port", "19901", "--output", "json", "-")
      .run(input: Self.demo)
    #expect(admin.output.replacing(" ", with: "").replacing("\n", with: "").contains(#""admin":{"port":19901}"#))
    #expect(try section(["--release", "2.9", "--ip-family-mode", "ipv4"])?.ipFamilyMode == "IPv4")
    #expect(try section(["--release", "2.11", "--transparent-proxy-config-map", "kuma-tproxy"]) == nil)
    #expect(try Command("preview", "--ip-family-mode", "ipv6", "-").run(input: Self.demo).status == 64)
  }

  @Test(
    arguments: [
      ([], []), (["--node-labels", "kubernetes.io/arch"], []), (["--release", "2.6"], []),
      (["--release", "2.6", "--node-labels", "kubernetes.io/arch"], []),
      (["--release", "2.7.0"], ["topology.kubernetes.io/region=eu", "topology.kubernetes.io/zone=eu-1"]),
      (
        ["--release", "2.8.0"],
        ["kubernetes.io/hostname=node-1", "topology.kubernetes.io/region=eu", "topology.kubernetes.io/zone=eu-1"]
      ),
      (["--release", "2.8.0", "--node-labels", ""], []),
      (["--release", "2.7.0", "--node-labels", "kubernetes.io/arch"], ["kubernetes.io/arch=amd64"]),
      (
        ["--release", "2.9", "--node-labels", "kubernetes.io/hostname,absent,kubernetes.io/arch"],
        ["kubernetes.io/arch=amd64", "kubernetes.io/hostname=node-1"]
      ),
    ] as [([String], [String])])
  func takesTheLabelsOfNodes(_ arguments: [String], _ tags: [String]) throws {
    let node = """
      apiVersion: v1
      kind: Node
      metadata:
        name: node-1
        labels:
          kubernetes.io/arch: amd64
          kubernetes.io/hostname: node-1
          topology.kubernetes.io/region: eu
          topology.kubernetes.io/zone: eu-1

      """
    let spec = "nodeName: node-1, containers: [{name: web}]"
    let input = Manifest.documents(Manifest.namespace(), node, Manifest.service(), Manifest.pod(spec: spec))
    let pod = try #require(try Command(["preview"] + arguments + ["-"]).report(input: input).pods.first)
    #expect(pod.action == "apply")
    #expect(pod.tags.filter { $0.key.contains("kubernetes.io/") }.map { "\($0.key)=\($0.value)" }.sorted() == tags)
  }

  @Test(
    arguments: [
      ([], "openshift.io/build.name: b-1", "skip excepted"), ([], "openshift.io/deployer-pod-for.name: d", "skip excepted"),
      ([], "team: a", "inject requested"),
      (["--exception-labels", ""], "openshift.io/build.name: b-1", "inject requested"),
      (["--exception-labels", "team=a"], "openshift.io/build.name: b-1", "inject requested"),
      (["--exception-labels", "team=a"], "team: a", "skip excepted"),
      (["--exception-labels", "team=a"], "team: b", "inject requested"),
      (["--exception-labels", "team=*"], "team: b", "skip excepted"),
      (["--exception-labels", "x=1,team=*"], #"team: """#, "skip excepted"),
      (["--exception-labels", "team=a=b"], #"team: a=b"#, "skip excepted"),
      (["--exception-labels", "team="], #"team: """#, "skip excepted"),
      (["--exception-labels", "team="], "team: a", "inject requested"),
      (["--release", "2.9", "--exception-labels", "team=*"], "team: b", "skip excepted"),
    ] as [([String], String, String)])
  func takesExceptions(_ arguments: [String], _ label: String, _ decision: String) throws {
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(labels: label))
    #expect(try Command(["preview"] + arguments + ["-"]).report(input: input).pods.map(\.decision) == [decision])
  }

  @Test(
    arguments: [
      (["--release", "2.5.1", "--ignored-selector-labels", "version"], "8080 web_demo_svc_80 tcp not-ready Ignored"),
      (["--release", "2.5.1", "--ignored-selector-labels", "a,version"], "8080 web_demo_svc_80 tcp not-ready Ignored"),
      (["--release", "2.5.1", "--ignored-selector-labels", ""], "49151 web-1_demo_svc tcp ready"),
      (["--release", "2.5.1"], "49151 web-1_demo_svc tcp ready"),
      (["--release", "2.5.0", "--ignored-selector-labels", "version"], "49151 web-1_demo_svc tcp unknown"),
      (["--ignored-selector-labels", "version"], "49151 web-1_demo_svc tcp unknown"),
    ] as [([String], String)])
  func takesLabelsThatDoNotCountInSelectors(_ arguments: [String], _ inbound: String) throws {
    let service = Manifest.service(selector: "app: web, version: v2")
    let input = Manifest.documents(Manifest.namespace(), service, Manifest.pod(labels: "app: web, version: v1"))
    let pod = try #require(try Command(["preview"] + arguments + ["-"]).report(input: input).pods.first)
    #expect(pod.inbounds.map(\.row) == [inbound])
  }

  @Test(
    arguments: [
      (["--release", "2.11.0"], "", 2), (["--release", "2.11.0", "--mesh-services-mode", "Exclusive"], "", 1),
      (["--release", "2.11.0", "--mesh-services-mode", "Disabled"], "", 2),
      (["--release", "2.11.0", "--mesh-services-mode", "Everywhere"], "", 2),
      (["--release", "2.11.0", "--mesh-services-mode", "ReachableBackends"], "", 2),
      (["--release", "2.10.11", "--mesh-services-mode", "Exclusive"], "", 2),
      (["--mesh-services-mode", "Exclusive"], "", 2), (["--release", "2.14.0", "--mesh-services-mode", "Exclusive"], "", 1),
      (["--release", "2.14.1", "--mesh-services-mode", "Exclusive"], "", 2),
      (["--release", "2.14.1", "--mesh-services-mode", "Exclusive", "--inbound-tags-disabled"], "", 1),
      (["--release", "2.11.0", "--mesh-services-mode", "Disabled"], "meshServices: {mode: Exclusive}", 1),
      (["--release", "2.11.0", "--mesh-services-mode", "Exclusive"], "meshServices: {mode: Disabled}", 2),
      (["--release", "2.11.0", "--mesh-services-mode", "Exclusive"], "mtls: {}", 1),
    ] as [([String], String, Int)])
  func takesTheModeOfMeshServices(_ arguments: [String], _ mesh: String, _ count: Int) throws {
    let services =
      [Manifest.service("a"), Manifest.service("b")] + (mesh.isEmpty ? [] : [Manifest.mesh("default", spec: mesh)])
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(), services.joined(separator: "---\n"))
    let pod = try #require(try Command(["preview"] + arguments + ["-"]).report(input: input).pods.first)
    #expect(pod.inbounds.count == count)
    if !arguments.contains("--inbound-tags-disabled") {
      #expect(
        pod.inbounds.map { $0.tags?["kuma.io/service"] } == ["a_demo_svc_80", "b_demo_svc_80"].prefix(count).map(\.self))
    }
  }

  @Test(
    arguments: [
      (["--release", "2.13.0", "--workload-labels", "team,app"], "web"),
      (["--release", "2.13.0", "--workload-labels", "app,version"], "web"),
      (["--release", "2.13.0", "--workload-labels", "version,app"], "v1"),
      (["--release", "2.13.0", "--workload-labels", "team"], "robot"), (["--release", "2.13.0"], "robot"),
      (["--release", "2.13.0", "--workload-labels", ""], "robot"),
      (["--release", "2.12.14", "--workload-labels", "app"], nil),
      (["--workload-labels", "app"], nil),
    ] as [([String], String?)])
  func takesTheLabelsOfWorkloads(_ arguments: [String], _ workload: String?) throws {
    let pod = Manifest.pod(
      labels: #"app: web, version: v1, team: """#,
      spec: "serviceAccountName: robot, containers: [{name: web, ports: [{containerPort: 8080}]}]"
    )
    let input = Manifest.documents(Manifest.namespace(), Manifest.service(), pod)
    let mapped = try #require(try Command(["preview"] + arguments + ["-"]).report(input: input).pods.first)
    #expect(mapped.action == "apply")
    let metadata = try #require(mapped.dataplane.resource?.metadata)
    #expect(metadata.annotations?["kuma.io/workload"] == workload)
    #expect(metadata.labels?["kuma.io/workload"] == nil)
  }

  @Test(
    arguments: [
      (["--release", "2.14.0", "--inbound-tags-disabled"], false), (["--release", "2.14.0"], true),
      (["--release", "2.13.10", "--inbound-tags-disabled"], true), (["--inbound-tags-disabled"], true),
    ] as [([String], Bool)])
  func takesInboundsWithoutTags(_ arguments: [String], _ areThereTags: Bool) throws {
    let pod = try #require(try Command(["preview"] + arguments + ["-"]).report(input: Self.demo).pods.first)
    #expect(pod.inbounds.map(\.port) == [8080])
    #expect(pod.inbounds.map { $0.tags != nil } == [areThereTags])
    #expect(!pod.codes.contains("invalid-dataplane"))
  }

  @Test(
    arguments: [
      (["--release", "2.6.0"], "skip webhookNotCalled"), (["--release", "2.6.0", "--no-webhook-gate"], "inject requested"),
      (["--release", "2.5.11"], "inject requested"), (["--release", "2.5.11", "--no-webhook-gate"], "inject requested"),
      ([], "inject requested"), (["--no-webhook-gate"], "inject requested"),
    ] as [([String], String)])
  func takesWebhooksOfOnesOwn(_ arguments: [String], _ decision: String) throws {
    let label = #"kuma.io/sidecar-injection: "true""#
    let input = Manifest.documents(Manifest.namespace(labels: "team: a"), Manifest.pod(labels: label))
    let pod = try #require(try Command(["preview"] + arguments + ["-"]).report(input: input).pods.first)
    #expect(pod.decision == decision)
    if decision == "skip webhookNotCalled" {
      // The label is there, and yet nobody asks about the Pod: that is the evidence.
      #expect(pod.injection.evidence?.place == "podLabel")
      #expect(pod.injection.evidence?.value == "true")
      #expect(pod.action == "none willNotBeInjected")
    }
  }

  @Test func takesTheNamespaceOfTheControlPlane() throws {
    let ingress = Manifest.pod(namespace: "mesh", annotations: "kuma.io/ingress: enabled")
    let input = Manifest.documents(Manifest.namespace("mesh", labels: ""), ingress)
    let outside = try pod("reconcile", input: input)
    #expect(outside.action == "fail zoneProxyOutsideSystemNamespace")
    #expect(outside.dataplane.message?.contains("which only namespace kuma-system may have") == true)
    #expect(try pod("reconcile", "--system-namespace", "mesh", input: input).action == "fail zoneProxyServices")

    // From 2.11.0 on Pods of the control plane's own namespace are not sent.
    #expect(try pod("preview", "--release", "2.11.0", input: Self.demo).decision == "inject requested")
    let own = try pod("preview", "--release", "2.11.0", "--system-namespace", "demo", input: Self.demo)
    #expect(own.decision == "skip webhookNotCalled")
  }

  @Test(arguments: [[], ["--release", "1.2.0"], ["--release", "1.6.5"], ["--release", "2.4.10"]])
  func settingsThatAReleaseDoesNotKnowHaveNoEffect(_ release: [String]) throws {
    let settings = [
      "--node-labels", "kubernetes.io/arch", "--ignored-selector-labels", "app", "--mesh-services-mode", "Exclusive",
      "--workload-labels", "app", "--inbound-tags-disabled", "--no-webhook-gate",
    ]
    for command in ["preview", "reconcile"] {
      let arguments = [command, "--output", "json", "shop.json"] + release
      let plain = try Command(arguments).run()
      let set = try Command(arguments + settings).run()
      #expect(set.status == 0)
      #expect(set.output == plain.output)
      // The webhooks and the namespace of the control plane are of every release.
      let unknown = [
        "node-labels", "ignored-selector-labels", "workload-labels", "mesh-services-mode", "inbound-tags-disabled",
      ]
      let notes = unknown.map { "meshmap: note: These rules do not know the setting \($0); it has no effect.\n" }
      #expect(set.errors == plain.errors + notes.joined())
    }
  }

  // MARK: - Actions

  /// A Pod with its Namespace, and what becomes of its Dataplane.
  struct Fate: CustomTestStringConvertible {
    let title: String
    let release: String?
    let objects: String
    let previewed: String
    let reconciled: String

    init(_ title: String, under release: String? = nil, _ objects: String..., preview: String, reconcile: String) {
      self.title = title
      self.release = release
      self.objects = objects.joined(separator: "---\n")
      previewed = preview
      reconciled = reconcile
    }

    var testDescription: String { release.map { "\(title), \($0)" } ?? title }
  }

  @Test(arguments: fates)
  func doesWithADataplane(_ fate: Fate) throws {
    let release = fate.release.map { ["--release", $0] } ?? []
    for (command, action) in [("preview", fate.previewed), ("reconcile", fate.reconciled)] {
      let pod = try #require(try Command([command] + release + ["-"]).report(input: fate.objects).pods.first)
      #expect(pod.action == action, "\(command)")
      let isThere = ["apply", "pending"].contains(pod.dataplane.action)
      #expect((pod.dataplane.resource != nil) == isThere)
      #expect((pod.dataplane.message == nil) == (pod.dataplane.action == "apply"))
    }
  }

  private static let succeeded = """
    phase: Succeeded, podIP: 10.0.0.1, containerStatuses: [{name: web, ready: false, state: {terminated: {exitCode: 0}}}]
    """

  static let fates = [
    Fate(
      "a Pod that is to be injected",
      Manifest.namespace(), Manifest.pod(),
      preview: "apply", reconcile: "none notInjected"
    ),
    Fate(
      "a Pod that is to be injected and has no address",
      Manifest.namespace(), Manifest.pod(status: ""),
      preview: "pending podHasNoAddress", reconcile: "none notInjected"
    ),
    Fate(
      "a Pod that is not to be injected",
      Manifest.namespace(labels: ""), Manifest.pod(),
      preview: "none willNotBeInjected", reconcile: "none notInjected"
    ),
    Fate(
      "a Pod that is refused",
      Manifest.namespace(labels: "kuma.io/sidecar-injection: maybe"), Manifest.pod(),
      preview: "none willNotBeInjected", reconcile: "none notInjected"
    ),
    Fate("an injected Pod", Manifest.namespace(), Manifest.injectedPod(), preview: "apply", reconcile: "apply"),
    Fate(
      "an injected Pod whose Namespace asks for nothing",
      Manifest.namespace(labels: ""), Manifest.injectedPod(),
      preview: "apply", reconcile: "apply"
    ),
    Fate(
      "an injected Pod without an address",
      Manifest.namespace(), Manifest.injectedPod(status: "phase: Pending"),
      preview: "pending podHasNoAddress", reconcile: "delete podHasNoAddress"
    ),
    Fate(
      "an injected Pod without an address",
      under: "1.6.1",
      Manifest.namespace(), Manifest.injectedPod(status: "phase: Pending"),
      preview: "pending podHasNoAddress", reconcile: "none podHasNoAddress"
    ),
    Fate(
      "an injected Pod that failed and has no address",
      Manifest.namespace(), Manifest.injectedPod(status: "phase: Failed"),
      preview: "delete podHasNoAddress", reconcile: "delete podHasNoAddress"
    ),
    Fate(
      "an injected Pod that succeeded",
      Manifest.namespace(), Manifest.injectedPod(status: succeeded),
      preview: "delete podSucceeded", reconcile: "delete podSucceeded"
    ),
    Fate(
      "an injected Pod that succeeded",
      under: "1.6.1",
      Manifest.namespace(), Manifest.injectedPod(status: succeeded),
      preview: "none podFinished", reconcile: "none podFinished"
    ),
    Fate(
      "an injected Pod that was evicted",
      Manifest.namespace(), Manifest.injectedPod(status: "phase: Failed, reason: Evicted, podIP: 10.0.0.1"),
      preview: "apply", reconcile: "apply"
    ),
    Fate(
      "an injected Pod that was evicted",
      under: "2.2.0",
      Manifest.namespace(), Manifest.injectedPod(status: "phase: Failed, reason: Evicted, podIP: 10.0.0.1"),
      preview: "delete podEvicted", reconcile: "delete podEvicted"
    ),
    Fate(
      "an injected Pod in a Namespace that is being deleted",
      under: "2.6.15",
      Manifest.namespace(phase: "Terminating"), Manifest.injectedPod(),
      preview: "apply", reconcile: "apply"
    ),
    Fate(
      "an injected Pod in a Namespace that is being deleted",
      under: "2.7.0",
      Manifest.namespace(phase: "Terminating"), Manifest.injectedPod(),
      preview: "none namespaceTerminating", reconcile: "none namespaceTerminating"
    ),
    Fate(
      "an injected Pod that no port leads to",
      Manifest.namespace(), Manifest.injectedPod(), Manifest.service(ports: "{port: 80, targetPort: http}"),
      preview: "fail noMatchingContainerPort", reconcile: "fail noMatchingContainerPort"
    ),
    Fate(
      "an injected Pod that no port leads to",
      under: "2.8.0",
      Manifest.namespace(), Manifest.injectedPod(), Manifest.service(ports: "{port: 80, targetPort: http}"),
      preview: "apply", reconcile: "apply"
    ),
    Fate(
      "an injected Pod without its Namespace",
      Manifest.injectedPod(),
      preview: "apply", reconcile: "fail namespaceNotFound"
    ),
    Fate(
      "a Pod that is not injected, without its Namespace",
      Manifest.pod(),
      preview: "unknown incompleteInput", reconcile: "none notInjected"
    ),
    Fate(
      "a Pod whose mark cannot be read",
      Manifest.namespace(), Manifest.injectedPod(mark: "maybe"),
      preview: "fail unreadableSwitch", reconcile: "fail unreadableSwitch"
    ),
    Fate(
      "a Pod whose mark is off",
      Manifest.namespace(), Manifest.injectedPod(mark: "disabled"),
      preview: "none willNotBeInjected", reconcile: "none notInjected"
    ),
    Fate(
      "a builtin gateway",
      Manifest.namespace(),
      Manifest.injectedPod(annotations: #"kuma.io/gateway: builtin, kuma.io/tags: '{"kuma.io/service": "edge"}'"#),
      preview: "apply", reconcile: "apply"
    ),
    Fate(
      "a builtin gateway without tags",
      Manifest.namespace(), Manifest.injectedPod(annotations: "kuma.io/gateway: builtin"),
      preview: "fail missingGatewayTags", reconcile: "fail missingGatewayTags"
    ),
    Fate(
      "a zone egress of the control plane",
      Manifest.namespace("kuma-system", labels: ""),
      Manifest.injectedPod(namespace: "kuma-system", annotations: "kuma.io/egress: enabled"),
      preview: "fail zoneProxyServices", reconcile: "fail zoneProxyServices"
    ),
  ]

  @Test func previewsAPodAsInjectionWouldLeaveIt() throws {
    let annotated = Manifest.pod(annotations: #"kuma.io/transparent-proxying-inbound-port: "1""#, status: "")
    let input = Manifest.documents(Manifest.namespace(), Manifest.service(), annotated)
    let run = try Command("preview", "--release", "2.9.4", "--output", "json", "-").run(input: input)
    let networking = #"""
                    "networking": {
                      "inbound": [
                        {
                          "port": 8080,
                          "tags": {
                            "app": "web",
                            "k8s.kuma.io/namespace": "demo",
                            "k8s.kuma.io/service-name": "web",
                            "k8s.kuma.io/service-port": "80",
                            "kuma.io/protocol": "tcp",
                            "kuma.io/service": "web_demo_svc_80",
                            "kuma.io/zone": "default"
                          },
                          "health": {
                            "ready": true
                          }
                        }
                      ],
                      "transparentProxying": {
                        "redirectPortInbound": 15006,
                        "redirectPortOutbound": 15001,
                        "ipFamilyMode": "DualStack"
                      },
                      "admin": {
                        "port": 9901
                      }
                    }
      """#
    #expect(run.output.contains(networking.split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")))
    #expect(run.output.contains(#""action": "pending""#))
  }

  // MARK: - Help

  @Test func helpNamesEveryOptionOfEveryCommand() throws {
    let overview = try Command("--help").run()
    #expect(overview.status == 0)
    let commands = overview.lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(commands).isSuperset(of: ["preview", "explain", "reconcile"]))
    for command in commands {
      let help = try Command(command, "--help").run()
      #expect(help.status == 0)
      let releases = ["compare", "upgrade"].contains(command) ? ["--from", "--to"] : ["--release"]
      let words = Set(help.output.split { $0 == " " || $0 == "\n" }.map(String.init))
      for option in command == "codes" ? ["--output"] : releases + Self.sharedOptions {
        #expect(words.contains(option), "\(command) \(option)")
      }
      #expect(help.output == (try Command("help", command).run()).output)
    }
  }

  private static let sharedOptions = [
    "--zone", "--system-namespace", "--node-labels", "--ignored-selector-labels", "--exception-labels",
    "--mesh-services-mode",
    "--namespace-allow-list", "--enable-localhost-inbound-clusters", "--sidecar-uid", "--admin-port",
    "--redirect-port-inbound",
    "--redirect-port-inbound-v6", "--redirect-port-outbound", "--ip-family-mode", "--transparent-proxy-config-map",
    "--workload-labels", "--inbound-tags-disabled", "--no-webhook-gate", "--no-admission", "--output", "--namespace",
    "--pod",
  ]
}
