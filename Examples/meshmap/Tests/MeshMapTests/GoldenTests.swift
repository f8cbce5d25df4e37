import Foundation
import Testing

/// What the command says about the sample clusters, worked out by hand.
@Suite struct GoldenTests {
  // MARK: - The examples of the documentation page, as JSON

  @Test func directAccessAsJSON() throws {
    try expect(
      "documentation/direct-access.yaml",
      #"""
      {
        "rules": "documented",
        "pods": [
          {
            "namespace": "example",
            "name": "backend",
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
            "mesh": "default",
            "dataplane": {
              "action": "apply",
              "resource": {
                "apiVersion": "kuma.io/v1alpha1",
                "kind": "Dataplane",
                "mesh": "default",
                "metadata": {
                  "name": "backend",
                  "namespace": "example",
                  "ownerReferences": [
                    {
                      "apiVersion": "v1",
                      "kind": "Pod",
                      "name": "backend",
                      "controller": true,
                      "blockOwnerDeletion": true
                    }
                  ]
                },
                "spec": {
                  "networking": {
                    "address": "10.244.0.22",
                    "inbound": [
                      {
                        "port": 1234,
                        "tags": {
                          "app": "backend",
                          "k8s.kuma.io/namespace": "example",
                          "k8s.kuma.io/service-name": "backend",
                          "k8s.kuma.io/service-port": "1234",
                          "kuma.io/protocol": "http",
                          "kuma.io/service": "backend_example_svc_1234"
                        }
                      },
                      {
                        "port": 1235,
                        "tags": {
                          "app": "backend",
                          "k8s.kuma.io/namespace": "example",
                          "k8s.kuma.io/service-name": "backend",
                          "k8s.kuma.io/service-port": "1235",
                          "kuma.io/protocol": "tcp",
                          "kuma.io/service": "backend_example_svc_1235"
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
            },
            "findings": [
              {
                "code": "runs-without-sidecar",
                "severity": "warning",
                "message": "The Pod runs without a sidecar and would get one now; delete it and create it again.",
                "statement": "INJ-12",
                "location": {
                  "file": "documentation/direct-access.yaml",
                  "line": 93,
                  "column": 5
                }
              }
            ]
          },
          {
            "namespace": "kuma-example",
            "name": "example-app-7c5d9f8b46-q4wtz",
            "workload": {
              "kind": "Deployment",
              "name": "example-app",
              "pods": 1
            },
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
            "mesh": "default",
            "dataplane": {
              "action": "apply",
              "resource": {
                "apiVersion": "kuma.io/v1alpha1",
                "kind": "Dataplane",
                "mesh": "default",
                "metadata": {
                  "name": "example-app-7c5d9f8b46-q4wtz",
                  "namespace": "kuma-example",
                  "ownerReferences": [
                    {
                      "apiVersion": "v1",
                      "kind": "Pod",
                      "name": "example-app-7c5d9f8b46-q4wtz",
                      "controller": true,
                      "blockOwnerDeletion": true
                    }
                  ]
                },
                "spec": {
                  "networking": {
                    "address": "10.244.0.21",
                    "inbound": [
                      {
                        "port": 8080,
                        "tags": {
                          "app": "example-app",
                          "k8s.kuma.io/namespace": "kuma-example",
                          "k8s.kuma.io/service-name": "example-app",
                          "k8s.kuma.io/service-port": "80",
                          "kuma.io/protocol": "tcp",
                          "kuma.io/service": "example-app_kuma-example_svc_80",
                          "pod-template-hash": "7c5d9f8b46"
                        }
                      }
                    ],
                    "transparentProxying": {
                      "redirectPortInbound": 15006,
                      "redirectPortInboundV6": 15010,
                      "redirectPortOutbound": 15001,
                      "directAccessServices": [
                        "backend_example_svc_1234",
                        "backend_example_svc_1235"
                      ]
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
            },
            "findings": [
              {
                "code": "runs-without-sidecar",
                "severity": "warning",
                "message": "The Pod runs without a sidecar and would get one now; recreate it with kubectl rollout restart deployment/example-app -n kuma-example.",
                "statement": "INJ-12",
                "location": {
                  "file": "documentation/direct-access.yaml",
                  "line": 9,
                  "column": 5
                }
              }
            ]
          }
        ],
        "restsOn": [
          {
            "premise": "default-mesh",
            "message": "The input has no Mesh, so the mesh default is taken to be as an installation creates it."
          }
        ]
      }

      """#
    )
  }

  @Test func optOutAsJSON() throws {
    try expect(
      "documentation/opt-out.yaml",
      #"""
      {
        "rules": "documented",
        "pods": [
          {
            "namespace": "kuma-example",
            "name": "example-app-6f9d8c7b54-7hx2m",
            "workload": {
              "kind": "Deployment",
              "name": "example-app",
              "pods": 1
            },
            "injection": {
              "outcome": "skip",
              "reason": "optedOut",
              "message": "No sidecar is added, since pod label kuma.io/sidecar-injection=disabled opts out.",
              "evidence": {
                "place": "podLabel",
                "key": "kuma.io/sidecar-injection",
                "value": "disabled"
              }
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
  }

  @Test func namespaceAsJSON() throws {
    try expect(
      "documentation/namespace.yaml",
      #"""
      {
        "rules": "documented",
        "pods": [
          {
            "namespace": "kuma-example",
            "name": "hello",
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
            "mesh": "default",
            "dataplane": {
              "action": "pending",
              "reason": "podHasNoAddress",
              "message": "The Dataplane will be this once the Pod has an address.",
              "resource": {
                "apiVersion": "kuma.io/v1alpha1",
                "kind": "Dataplane",
                "mesh": "default",
                "metadata": {
                  "name": "hello",
                  "namespace": "kuma-example",
                  "ownerReferences": [
                    {
                      "apiVersion": "v1",
                      "kind": "Pod",
                      "name": "hello",
                      "controller": true,
                      "blockOwnerDeletion": true
                    }
                  ]
                },
                "spec": {
                  "networking": {
                    "inbound": [
                      {
                        "port": 49151,
                        "tags": {
                          "app": "hello",
                          "k8s.kuma.io/namespace": "kuma-example",
                          "kuma.io/protocol": "tcp",
                          "kuma.io/service": "hello_kuma-example_svc"
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
            },
            "findings": []
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
  }

  @Test func tagsAsJSON() throws {
    try expect(
      "documentation/tags.yaml",
      #"""
      {
        "rules": "documented",
        "pods": [
          {
            "namespace": "kuma-demo",
            "name": "demo-app",
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
            "mesh": "default",
            "dataplane": {
              "action": "apply",
              "resource": {
                "apiVersion": "kuma.io/v1alpha1",
                "kind": "Dataplane",
                "mesh": "default",
                "metadata": {
                  "name": "demo-app",
                  "namespace": "kuma-demo",
                  "ownerReferences": [
                    {
                      "apiVersion": "v1",
                      "kind": "Pod",
                      "name": "demo-app",
                      "controller": true,
                      "blockOwnerDeletion": true
                    }
                  ]
                },
                "spec": {
                  "networking": {
                    "address": "10.244.0.31",
                    "inbound": [
                      {
                        "port": 5000,
                        "tags": {
                          "app": "demo-app",
                          "app.kubernetes.io/part-of": "demo",
                          "k8s.kuma.io/namespace": "kuma-demo",
                          "k8s.kuma.io/service-name": "demo-app",
                          "k8s.kuma.io/service-port": "80",
                          "kuma.io/protocol": "http",
                          "kuma.io/service": "demo-app_kuma-demo_svc_80",
                          "version": "v1"
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
            },
            "findings": [
              {
                "code": "runs-without-sidecar",
                "severity": "warning",
                "message": "The Pod runs without a sidecar and would get one now; delete it and create it again.",
                "statement": "INJ-12",
                "location": {
                  "file": "documentation/tags.yaml",
                  "line": 7,
                  "column": 5
                }
              },
              {
                "code": "reserved-label",
                "severity": "info",
                "message": "Label example.kuma.io/tier=frontend is no tag, since keys that contain kuma.io/ are reserved \#
      to Kuma; choose another key.",
                "statement": "TAG-3",
                "location": {
                  "file": "documentation/tags.yaml",
                  "line": 32,
                  "column": 5
                }
              },
              {
                "code": "empty-label",
                "severity": "info",
                "message": "Label canary is empty and so no tag; give it a value if it should be one.",
                "statement": "TAG-2",
                "location": {
                  "file": "documentation/tags.yaml",
                  "line": 34,
                  "column": 5
                }
              }
            ]
          }
        ],
        "restsOn": [
          {
            "premise": "default-mesh",
            "message": "The input has no Mesh, so the mesh default is taken to be as an installation creates it."
          }
        ]
      }

      """#
    )
  }

  private func expect(_ file: String, _ output: String) throws {
    let run = try Command("preview", "--output", "json", file).run()
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output == output)
  }

  // MARK: - The examples of the documentation page, as text

  @Test func directAccessAsText() throws {
    try expectText(
      "documentation/direct-access.yaml",
      """
      example · mesh default · kuma.io/sidecar-injection=enabled
      ! Pod backend  inject, apply
          port 1234  backend_example_svc_1234  http  readiness unknown
            app=backend
          port 1235  backend_example_svc_1235  tcp  readiness unknown
            app=backend
          \(runsWithoutSidecar)

      kuma-example · mesh default · kuma.io/sidecar-injection=enabled
      ! Deployment example-app · 1 Pod  inject, apply
          port 8080  example-app_kuma-example_svc_80  tcp  readiness unknown
            app=example-app
          direct access  "backend_example_svc_1234", "backend_example_svc_1235"
          warning: The Pod runs without a sidecar and would get one now; recreate it with kubectl rollout restart \
      deployment/example-app -n kuma-example. [runs-without-sidecar, INJ-12]
      2 Pods under the documented rules: 2 apply; 2 warnings
      note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.

      """
    )
  }

  @Test func optOutAsText() throws {
    try expectText(
      "documentation/opt-out.yaml",
      """
      kuma-example · kuma.io/sidecar-injection=enabled
        Deployment example-app · 1 Pod  no sidecar
          No sidecar is added, since pod label kuma.io/sidecar-injection=disabled opts out.
      1 Pod under the documented rules: 1 none

      """
    )
  }

  @Test func namespaceAsText() throws {
    try expectText(
      "documentation/namespace.yaml",
      """
      kuma-example · mesh default · kuma.io/sidecar-injection=enabled
        Pod hello  inject, pending
          no port  hello_kuma-example_svc  tcp  readiness unknown
            app=hello
      1 Pod under the documented rules: 1 pending
      note: The input has no Service, so no Pod is taken to be behind one.
      note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.

      """
    )
  }

  @Test func tagsAsText() throws {
    try expectText(
      "documentation/tags.yaml",
      """
      kuma-demo · mesh default · kuma.io/sidecar-injection=enabled
      ! Pod demo-app  inject, apply
          port 5000  demo-app_kuma-demo_svc_80  http  readiness unknown
            app=demo-app app.kubernetes.io/part-of=demo version=v1
          \(runsWithoutSidecar)
          info: Label example.kuma.io/tier=frontend is no tag, since keys that contain kuma.io/ are reserved to Kuma; \
      choose another key. [reserved-label, TAG-3]
          info: Label canary is empty and so no tag; give it a value if it should be one. [empty-label, TAG-2]
      1 Pod under the documented rules: 1 apply; 1 warning
      note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.

      """
    )
  }

  private let requested = "A sidecar is added, since namespace label kuma.io/sidecar-injection=enabled asks for it."
  private let runsWithoutSidecar = """
    warning: The Pod runs without a sidecar and would get one now; delete it and create it again. [runs-without-sidecar, INJ-12]
    """

  private func expectText(_ file: String, _ output: String) throws {
    let run = try Command("preview", file).run()
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output == output)
  }

  // MARK: - The shop

  /// What is expected of one Pod of the shop.
  struct Row: CustomTestStringConvertible {
    let rules: [String]
    let pod: String
    let decision: String
    let action: String
    let inbounds: [String]
    let findings: [String]

    init(
      _ rules: [String],
      _ pod: String,
      _ decision: String,
      _ action: String,
      _ inbounds: [String] = [],
      findings: [String] = []
    ) {
      self.rules = rules
      self.pod = pod
      self.decision = decision
      self.action = action
      self.inbounds = inbounds
      self.findings = findings
    }

    var testDescription: String { ([pod] + rules).joined(separator: " ") }
  }

  @Test(arguments: [documented, kuma165, kuma29])
  func shop(_ rows: [Row]) throws {
    let rules = try #require(rows.first).rules
    let pods = try Command(["preview"] + rules + ["shop.json"]).report().pods
    #expect(pods.map { "\($0.namespace)/\($0.name)" } == rows.map(\.pod))
    for (pod, row) in zip(pods, rows) {
      #expect(pod.decision == row.decision, "\(row.testDescription)")
      #expect(pod.action == row.action, "\(row.testDescription)")
      let gateway = pod.networking?.gateway?.tags.map { tags in
        "gateway \(tags["kuma.io/service"] ?? "-") \(tags["kuma.io/protocol"] ?? "-")"
      }
      #expect([gateway].compactMap(\.self) + pod.inbounds.map(\.row) == row.inbounds, "\(row.testDescription)")
      #expect(pod.codes == row.findings, "\(row.testDescription)")
      let isMapped = !row.inbounds.isEmpty
      #expect(pod.mesh == "default")
      #expect((pod.networking?.address != nil) == isMapped)
      let zones = Set((pod.inbounds.map(\.tags) + [pod.networking?.gateway?.tags]).compactMap { $0?["kuma.io/zone"] })
      #expect(zones == (isMapped && rules.contains("--zone") ? ["east"] : []), "\(row.testDescription)")
    }
  }

  /// The documented rules: Kuma 1.6.5's, but for the page.
  static let documented: [Row] = {
    let rules: [String] = []
    let injected = "skip alreadyInjected"
    return [
      Row(rules, "kube-system/coredns-76f75df574-bz4lq", "skip notRequested", "none willNotBeInjected"),
      Row(rules, "kuma-system/kuma-control-plane-67f8d4c9b5-x9v5k", "skip optedOut", "none willNotBeInjected"),
      Row(
        rules, "monitoring/prometheus-server-58c4b9f7d6-m2jqw", injected, "apply",
        ["9090 prometheus-server_monitoring_svc_80 tcp ready"],
        findings: ["protocol-by-port-name", "direct-access-to-every-service"]
      ),
      Row(
        rules, "shop/backend-6f9c8d54b7-kd7tx", injected, "apply",
        [
          "8080 backend_shop_svc_8080 http ready", "9090 backend_shop_svc_9090 tcp not-ready",
          "8080 backend-canary_shop_svc_8080 http ready",
        ],
        findings: ["port-not-tcp", "inbound-not-ready"]
      ),
      Row(rules, "shop/edge-5c8f6d7b94-h8wnz", injected, "apply", ["gateway edge_shop_svc_80 tcp"]),
      Row(
        rules, "shop/frontend-7b4d9c6f85-2xk9p", injected, "apply", ["8080 frontend_shop_svc_80 http ready"],
        findings: ["empty-label"]
      ),
      Row(
        rules, "shop/frontend-7b4d9c6f85-vq6ml", injected, "apply", ["8080 frontend_shop_svc_80 http ready"],
        findings: ["empty-label"]
      ),
      Row(rules, "shop/legacy-79d8f65c4b-tr4zs", "skip optedOut", "none willNotBeInjected"),
      Row(rules, "shop/migrate-4kx2p", injected, "delete podSucceeded"),
      Row(rules, "shop/postgres-0", injected, "apply", ["5432 postgres_shop_svc_5432 tcp ready"]),
      Row(rules, "shop/web-7", "reject unreadableSwitch", "none willNotBeInjected", findings: ["pod-refused"]),
      Row(
        rules, "shop/worker-6d9f7c5b84-zq8vt", injected, "apply",
        ["49151 worker-6d9f7c5b84-zq8vt_shop_svc tcp ready"],
        findings: ["reserved-label", "differs-from-releases", "differs-from-releases"]
      ),
    ]
  }()

  /// Kuma 1.6.5 names what has no Service after the Pod without its suffixes.
  static let kuma165: [Row] = {
    let rules = ["--release", "1.6.5"]
    let injected = "skip alreadyInjected"
    return [
      Row(rules, "kube-system/coredns-76f75df574-bz4lq", "skip notRequested", "none willNotBeInjected"),
      Row(rules, "kuma-system/kuma-control-plane-67f8d4c9b5-x9v5k", "skip optedOut", "none willNotBeInjected"),
      Row(
        rules, "monitoring/prometheus-server-58c4b9f7d6-m2jqw", injected, "apply",
        ["9090 prometheus-server_monitoring_svc_80 tcp ready"],
        findings: ["protocol-by-port-name", "direct-access-to-every-service"]
      ),
      Row(
        rules, "shop/backend-6f9c8d54b7-kd7tx", injected, "apply",
        [
          "8080 backend_shop_svc_8080 http ready", "9090 backend_shop_svc_9090 tcp not-ready",
          "8080 backend-canary_shop_svc_8080 http ready",
        ],
        findings: ["port-not-tcp", "inbound-not-ready"]
      ),
      Row(
        rules, "shop/edge-5c8f6d7b94-h8wnz", injected, "apply", ["gateway edge_shop_svc_80 tcp"]
      ),
      Row(
        rules, "shop/frontend-7b4d9c6f85-2xk9p", injected, "apply", ["8080 frontend_shop_svc_80 http ready"],
        findings: ["empty-label"]
      ),
      Row(
        rules, "shop/frontend-7b4d9c6f85-vq6ml", injected, "apply", ["8080 frontend_shop_svc_80 http ready"],
        findings: ["empty-label"]
      ),
      Row(rules, "shop/legacy-79d8f65c4b-tr4zs", "skip optedOut", "none willNotBeInjected"),
      Row(rules, "shop/migrate-4kx2p", injected, "delete podSucceeded"),
      Row(
        rules, "shop/postgres-0", injected, "apply", ["5432 postgres_shop_svc_5432 tcp ready"]
      ),
      Row(rules, "shop/web-7", "reject unreadableSwitch", "none willNotBeInjected", findings: ["pod-refused"]),
      Row(
        rules, "shop/worker-6d9f7c5b84-zq8vt", injected, "apply", ["49151 worker_shop_svc tcp ready"],
        findings: ["reserved-label-converted"]
      ),
    ]
  }()

  /// Kuma 2.9 asks its webhooks by labels, and names what has no Service after its Deployment.
  static let kuma29: [Row] = {
    let rules = ["--release", "2.9", "--zone", "east"]
    let injected = "skip alreadyInjected"
    return [
      Row(rules, "kube-system/coredns-76f75df574-bz4lq", "skip webhookNotCalled", "none willNotBeInjected"),
      Row(rules, "kuma-system/kuma-control-plane-67f8d4c9b5-x9v5k", "skip webhookNotCalled", "none willNotBeInjected"),
      Row(
        rules, "monitoring/prometheus-server-58c4b9f7d6-m2jqw", injected, "apply",
        ["9090 prometheus-server_monitoring_svc_80 tcp ready"],
        findings: ["protocol-by-port-name", "direct-access-to-every-service"]
      ),
      Row(
        rules, "shop/backend-6f9c8d54b7-kd7tx", injected, "apply",
        [
          "8080 backend_shop_svc_8080 http ready", "9090 backend_shop_svc_9090 tcp not-ready NotReady",
          "8080 backend-canary_shop_svc_8080 http ready",
        ],
        findings: ["port-not-tcp", "inbound-not-ready"]
      ),
      Row(rules, "shop/edge-5c8f6d7b94-h8wnz", injected, "apply", ["gateway edge_shop_svc_80 tcp"]),
      Row(
        rules, "shop/frontend-7b4d9c6f85-2xk9p", injected, "apply", ["8080 frontend_shop_svc_80 http ready"],
        findings: ["empty-label"]
      ),
      Row(
        rules, "shop/frontend-7b4d9c6f85-vq6ml", injected, "apply", ["8080 frontend_shop_svc_80 http ready"],
        findings: ["empty-label"]
      ),
      Row(rules, "shop/legacy-79d8f65c4b-tr4zs", "skip optedOut", "none willNotBeInjected"),
      Row(rules, "shop/migrate-4kx2p", injected, "delete podSucceeded"),
      Row(rules, "shop/postgres-0", injected, "apply", ["5432 postgres_shop_svc_5432 tcp ready"]),
      Row(rules, "shop/web-7", "reject unreadableSwitch", "none willNotBeInjected", findings: ["pod-refused"]),
      Row(
        rules, "shop/worker-6d9f7c5b84-zq8vt", injected, "apply", ["49151 worker_shop_svc tcp ready"],
        findings: ["reserved-label-converted"]
      ),
    ]
  }()

  @Test func explainsWhyWeb7HasNoSidecar() throws {
    let run = try Command("explain", "--pod", "shop/web-7", "shop.json").run()
    #expect(run.status == 0)
    #expect(
      run.errors == """
        meshmap: note: Pod kuma-system/kuma-control-plane-67f8d4c9b5-x9v5k of the input runs Kuma 1.6.5; without --release the \
        documented rules hold; --release detect takes what runs

        """)
    #expect(
      run.output == """
        shop/web-7 under the documented rules

          Sidecar    The injector refuses the Pod, since pod label kuma.io/sidecar-injection=Enabled says neither on nor off; \
        write enabled or disabled, in lower case. [pod-refused, INJ-3]
          Mesh       default, since nothing names one.
          Dataplane  There is no Dataplane, since the Pod is refused.
          To do      the fix of that, shown at the end.

        Is the injector asked?
          Yes, by the webhook namespace-kuma-injector.

        Is it injected?
          > pod label kuma.io/sidecar-injection: "Enabled", which decides
            pod annotation kuma.io/sidecar-injection: absent, not looked at
            namespace label kuma.io/sidecar-injection: "enabled", not looked at
            namespace annotation kuma.io/sidecar-injection: absent, not looked at

        Which mesh?
            pod annotation kuma.io/mesh: absent
            namespace annotation kuma.io/mesh: absent

        Which Services?
          web: selects the Pod
            port 80: port 8080 of container web
          backend: wants label app=backend, which is "web" on the Pod
          backend-canary: wants label app=backend, which is "web" on the Pod
          edge: wants label app=edge, which is "web" on the Pod
          frontend: wants label app=frontend, which is "web" on the Pod
          legacy: wants label app=legacy, which is "web" on the Pod
          postgres: wants label app=postgres, which is "web" on the Pod

        What is there to do?
          [pod-refused]
            fix: write kuma.io/sidecar-injection=enabled

        """
    )
  }
}
