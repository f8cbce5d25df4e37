import Foundation
import Testing

/// `meshmap explain deployment/NAME` where its Pods are not alike.
@Suite struct ExplainWorkloadTests {
  private static func pod(_ name: String, ready: Bool, more: String = "") -> String {
    """
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      {name: \(name), namespace: demo, labels: {app: web}, annotations: {kuma.io/sidecar-injected: "true"},
       ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: web, uid: u, controller: true}]}
    spec: {containers: [{name: app, ports: [{containerPort: 8080}]}, {name: kuma-sidecar}]\(more)}
    status:
      {phase: Running, podIP: 10.0.0.\(name.last ?? "0"),
       containerStatuses: [{name: app, ready: \(ready)}, {name: kuma-sidecar, ready: true}]}

    """
  }

  private static let around = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: demo}
    spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080, appProtocol: http}]}

    """

  private static func explain(_ pods: String..., output: String = "text") throws -> Command.Run {
    try Command("explain", "statefulset/web", "-", "--release", "2.9.4", "--output", output)
      .run(input: around + pods.joined())
  }

  @Test func tellsThatAllAreAlike() throws {
    let run = try Self.explain(Self.pod("web-1", ready: true), Self.pod("web-2", ready: true))
    #expect(run.output.contains("\nStatefulSet web · 2 Pods, all alike: this one stands for them\n"), "\(run.output)")
    #expect(!run.output.contains("Which of its Pods differ?"))
  }

  /// The one that is not ready is told of, though it is not the first.
  @Test func tellsWhichDiffer() throws {
    let run = try Self.explain(
      Self.pod("web-1", ready: true), Self.pod("web-2", ready: false), Self.pod("web-3", ready: true))
    #expect(run.output.hasPrefix("demo/web-2 under"), "\(run.output)")
    #expect(run.output.contains("\nStatefulSet web · 3 Pods; this one is not like the others\n"), "\(run.output)")
    #expect(
      run.output.contains(
        "Which of its Pods differ?\n  2 Pods: web-1, web-3\n    port 8080  web_demo_svc_80  http  ready\n"), "\(run.output)")
    let json = try Self.explain(
      Self.pod("web-1", ready: true), Self.pod("web-2", ready: false), output: "json")
    #expect(
      json.output.contains("\"groups\": [\n    {\n      \"pods\": [\n        \"demo/web-2\"\n      ]"), "\(json.output)")
    #expect(json.output.contains("\"port 8080  web_demo_svc_80  http  ready\""))
  }

  @Test func aPodAloneIsNotCompared() throws {
    let run = try Command("explain", "web-1", "-", "--release", "2.9.4")
      .run(input: Self.around + Self.pod("web-1", ready: true) + Self.pod("web-2", ready: false))
    #expect(run.output.contains("\nStatefulSet web · 2 Pods\n"), "\(run.output)")
  }

  /// What is refused has a fix, which is told with what there is to do.
  @Test func theFixOfWhatIsRefusedIsTold() throws {
    let run = try Command("explain", "web-7", "shop.json").run()
    #expect(run.output.contains("To do      the fix of that, shown at the end."))
    #expect(run.output.contains("What is there to do?\n  [pod-refused]\n    fix: write kuma.io/sidecar-injection=enabled\n"))
  }
}
