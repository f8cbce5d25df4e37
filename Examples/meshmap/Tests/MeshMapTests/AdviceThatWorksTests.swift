import Foundation
import Testing

/// What a person reads who asks what to do, where what is done has more than one effect.
@Suite struct AdviceThatWorksTests {
  private static func deployment(_ name: String, annotations: String = "", labels: String = "") -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name), namespace: demo}
    spec:
      replicas: 2
      template:
        metadata: {labels: {app: \(name)\(labels)}, annotations: {\(annotations)}}
        spec: {containers: [{name: app, ports: [{containerPort: 8080}]}]}

    """
  }

  private func change(_ goal: String, of name: String, _ input: String, release: String = "2.9.4", _ more: String...) throws
    -> Command.Run
  {
    try Command(["explain", "--want", goal, name, "-", "--release", release] + more).run(input: input)
  }

  /// The Deployment edge would be refused: the injector reads its annotation as a switch.
  @Test func anEditThatHasOthersRefusedComesLast() throws {
    let input = Manifest.documents(
      Manifest.namespace(labels: ""), Self.deployment("web"),
      Self.deployment("edge", annotations: "kuma.io/gateway: provided"))
    let run = try change("injected", of: "deployment/web", input, release: "2.13.0")
    #expect(
      run.lines.map(String.init).prefix(9) == [
        "What would change it, so that demo/web-* gets a sidecar:", "",
        "1  Label the template of Deployment web kuma.io/sidecar-injection=enabled, and label Namespace demo kuma.io/sidecar-injection=disabled.",
        "   No other Pod is touched.",
        "   kubectl label namespace demo kuma.io/sidecar-injection=disabled --overwrite",
        #"   kubectl patch deployment web -n demo --type merge -p '{"spec":{"template":{"metadata":{"labels":{"kuma.io/sidecar-injection":"enabled"}}}}}'"#,
        "",
        "2  Label Namespace demo kuma.io/sidecar-injection=enabled.", "   2 more Pods would be refused: edge-*.",
      ])
    let json = try change("injected", of: "deployment/web", input, release: "2.13.0", "--output", "json").output
    let parts = json.components(separatedBy: #""refused": ["#)
    #expect(parts.count == 2)
    #expect(parts.last?.contains("demo/edge-*") ?? false)
  }

  @Test func aDataplaneThatIsRefusedIsToldWithTheEdit() throws {
    let mesh = """
      apiVersion: kuma.io/v1alpha1
      kind: Mesh
      metadata: {name: default}
      spec: {constraints: {dataplaneProxy: {requirements: [{tags: {team: a}}]}}}

      """
    let input = Manifest.documents(Manifest.namespace(labels: ""), mesh, Self.deployment("web"))
    let run = try change("injected", of: "deployment/web", input)
    #expect(run.output.contains("\n   It would have a sidecar and no Dataplane. Kuma refuses the Dataplane: "))
    let json = try change("injected", of: "deployment/web", input, "--output", "json").output
    #expect(json.contains(#""warnings": ["#))
  }

  @Test func aPodThatNothingMakesIsToBeCreatedAgain() throws {
    let pod = Manifest.pod(status: "phase: Running, podIP: 10.0.0.1")
    let run = try change("injected", of: "demo/web-1", Manifest.documents(Manifest.namespace(), pod))
    #expect(
      run.lines.map(String.init).prefix(3) == [
        "demo/web-1 gets a sidecar as it stands: nothing has to be edited.",
        "  A sidecar is added, since namespace label kuma.io/sidecar-injection=enabled asks for it.",
        "  It takes effect once the Pod is recreated: a running Pod is not injected. Delete it and create it again.",
      ])
    let json = try change(
      "injected", of: "demo/web-1", Manifest.documents(Manifest.namespace(), pod), "--output", "json"
    ).output
    #expect(json.contains(#""recreate": "Pod web-1""#))
    let off = try change(
      "not-injected", of: "demo/web-1", Manifest.documents(Manifest.namespace(labels: ""), Manifest.injectedPod()))
    #expect(off.output.contains("a running Pod keeps its sidecar. Delete it and create it again."))
    #expect(!off.output.contains("if you want one"))
    let story = try Command("explain", "demo/web-1", "-", "--release", "2.9.4")
      .run(input: Manifest.documents(Manifest.namespace(), pod))
    #expect(story.output.contains("Sidecar    The Pod runs without one until it is recreated. A sidecar is added, since "))
  }

  /// Services that share Pods are given a protocol together, and what is done is shown once.
  @Test func editsThatGoTogetherAreShownOnce() throws {
    func service(_ name: String) -> String {
      """
      apiVersion: v1
      kind: Service
      metadata: {name: \(name), namespace: demo}
      spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}

      """
    }
    let input = Manifest.documents(Manifest.namespace(), service("a"), service("b"), Self.deployment("web"))
    let lines = try Command("lint", "-", "--release", "2.9.4").run(input: input).lines.map(String.init)
    #expect(
      lines.filter { $0.contains("= fix: ") }.map { $0.trimmingCharacters(in: .whitespaces) } == [
        "= fix: set appProtocol: http on port 80 of Service a and port 80 of Service b (changes the Pods of 1 workload)",
        "= fix: the same edits as above",
      ])
  }

  /// The place of a finding fits a terminal: the object stands below a long path.
  @Test func aLongPathStandsAlone() throws {
    let folder = String(repeating: "deployment/", count: 7)
    let input = Manifest.documents(
      Manifest.namespace(), Self.deployment("web", labels: ", kuma.io/sidecar-injection: Enabled"))
    try Command.withFolder(holding: [:]) { root in
      let place = root.appending(path: folder)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(input.utf8).write(to: place.appending(path: "web.yaml"))
      let run = try Command("lint", ".", "--release", "2.9.4").run(environment: ["COLUMNS": "80"], in: root)
      let lines = run.lines.map(String.init)
      let index = try #require(lines.firstIndex { $0.contains("-->") })
      #expect(lines[index].hasSuffix("--> ./\(folder)web.yaml:12:35"))
      #expect(lines[index + 1].trimmingCharacters(in: .whitespaces) == "Deployment demo/web")
    }
  }
}
