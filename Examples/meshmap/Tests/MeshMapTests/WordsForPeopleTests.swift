import Foundation
import Testing

/// What is told of Pods that have ended, of gateways, of refusals and of the version of Kubernetes, through the built command.
@Suite("Words for people")
struct WordsForPeopleTests {
  private static let job = Manifest.documents(
    Manifest.namespace(),
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: once-1, namespace: demo, annotations: {kuma.io/sidecar-injected: "true"}}
    spec: {restartPolicy: Never, containers: [{name: app}, {name: kuma-sidecar}]}
    status:
      phase: Running
      podIP: 10.0.0.1
      containerStatuses:
      - {name: app, ready: false, state: {terminated: {exitCode: 0}}}
      - {name: kuma-sidecar, ready: true, state: {running: {}}}

    """
  )

  /// The second controller is one of those that --no-admission leaves out.
  @Test func tellsOfAJobThatOnlyItsSidecarKeepsAlive() throws {
    let action = { (options: [String]) in
      try Command(["reconcile"] + options + ["-"]).report(input: Self.job).pods.first?.action
    }
    #expect(try action(["--release", "1.6.1"]) == "delete onlySidecarRuns")
    #expect(try action(["--release", "1.6.1", "--no-admission"]) == "none podFinished")
    #expect(try action(["--release", "2.0.0"]) == "apply")
  }

  private static let gateway = Manifest.documents(
    Manifest.namespace("edge"),
    Manifest.service("kong", namespace: "edge", selector: "app: kong", ports: "{port: 8001, targetPort: 8001}"),
    Manifest.pod(
      "kong-1", namespace: "edge", labels: "app: kong", annotations: "kuma.io/gateway: enabled",
      spec: "containers: [{name: kong, ports: [{containerPort: 8001}]}]")
  )

  @Test func tellsTheServiceOfAGateway() throws {
    let preview = try Command("preview", "-").run(input: Self.gateway)
    #expect(preview.lines.contains("    gateway kong_edge_svc_8001"))
    let story = try Command("explain", "-").run(input: Self.gateway)
    #expect(story.lines.contains("  gateway kong_edge_svc_8001"))
  }

  @Test func tellsAllThatADataplaneHolds() throws {
    let pod = Manifest.pod(
      annotations: """
        kuma.io/transparent-proxying-reachable-services: "a,b", kuma.io/reachable-backends: "refs: [{kind: MeshService, \
        name: a, namespace: b, port: 80}, {kind: MeshService, labels: {x: z}}]"
        """,
      spec: "serviceAccountName: robot, containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]")
    let input = Manifest.documents(Manifest.namespace(), Manifest.service(), pod)
    let lines = try Command("explain", "--release", "2.14", "-").run(input: input).lines
    let expected = [
      "label kuma.io/proxy-type=sidecar", "label kuma.io/zone=default", "annotation k8s.kuma.io/service-account=robot",
      "address 10.0.0.1", "  name http", "  protocol tcp", "redirect ports 15006 (in), 15001 (out)",
      "IP family mode DualStack", "reachable services \"a\", \"b\"",
      "reachable backend MeshService name a, namespace b, port 80", "reachable backend MeshService label x=z",
      "admin port 9901",
    ]
    for line in expected { #expect(lines.contains("  \(line)"), "\(line)") }
    let unreachable = Manifest.pod(annotations: #"kuma.io/reachable-backends: "{}""#)
    let none = try Command("explain", "--release", "2.14", "-").run(
      input: Manifest.documents(Manifest.namespace(), Manifest.service(), unreachable))
    #expect(none.lines.contains("  reachable backends none"))
  }

  /// A refusal is told where it is told what happens, with the code of the finding, and not a second time.
  @Test(arguments: ["preview", "explain"])
  func tellsARefusalOnce(_ command: String) throws {
    let input = Manifest.documents(
      Manifest.namespace(), Manifest.service(), Manifest.pod(labels: "app: web, kuma.io/workload: x"))
    let output = try Command(command, "--release", "2.13.0", "-").run(input: input).output
    #expect(output.components(separatedBy: "only Kuma itself may write").count == 2)
    #expect(output.contains("remove that label. [pod-refused, REFUSE-1]"))
    let invalid = Manifest.documents(
      Manifest.namespace(),
      Manifest.service().replacingOccurrences(
        of: "namespace: demo}", with: "namespace: demo, annotations: {80.service.kuma.io/protocol: htttp}}"), Manifest.pod())
    let refused = try Command(command, "--release", "2.13.0", "-").run(input: invalid).output
    #expect(refused.components(separatedBy: "Kuma refuses the Dataplane").count == 2)
    #expect(refused.contains("[invalid-dataplane, VALID-4]"))
  }

  /// Before 1.29 the sidecar is no init container, so that the probes of other sidecars are not redirected.
  @Test func takesTheVersionOfKubernetesFromTheNodes() throws {
    let pod = Manifest.pod(
      spec: """
        containers: [{name: web}], initContainers: [{name: helper, restartPolicy: Always, readinessProbe: {httpGet: \
        {port: 9001}}}]
        """)
    let node = { (version: String) in
      """
      apiVersion: v1
      kind: Node
      metadata: {name: node-a}
      status: {nodeInfo: {kubeletVersion: \(version)}}

      """
    }
    let decision = { (node: String, options: [String]) in
      try Command(["preview", "--release", "2.14"] + options + ["-"])
        .report(input: Manifest.documents(Manifest.namespace(), pod, node)).pods.first?.decision
    }
    #expect(try decision(node("v1.29.0"), []) == "reject probePortInUse")
    #expect(try decision(node("v1.28.7"), []) == "inject requested")
    #expect(try decision(node("v1.28.7"), ["--kubernetes-version", "1.31"]) == "reject probePortInUse")
  }
}
