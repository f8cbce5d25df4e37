import Foundation
import Testing

/// What `compare --with` says of manifests that change no Dataplane.
@Suite struct AppliedManifestTests {
  private static let input = Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod())
  private static let policy = """
    apiVersion: kuma.io/v1alpha1
    kind: MeshTrafficPermission
    metadata: {name: deny, namespace: kuma-system}
    spec: {targetRef: {kind: Mesh}, from: [{targetRef: {kind: Mesh}, default: {action: Deny}}]}

    """

  @Test(arguments: [
    (policy, ": policies are not evaluated; it holds 1 MeshTrafficPermission"),
    ("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n", "; it holds 1 ConfigMap"),
  ])
  func whatChangesNoDataplaneIsNoMistake(_ manifest: String, _ said: String) throws {
    try Command.withFolder(holding: ["with.yaml": manifest, "none.json": #"{"kind": "List", "items": []}"#]) { folder in
      let path = "\(folder.path)/with.yaml"
      let run = try Command("compare", "--from", "2.9.4", "--with", path, "-").run(input: Self.input)
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("READY: nothing changes; 1 of 1 Pod has a Dataplane (Kuma 2.9.4)\n"))
      #expect(run.errors == "meshmap: note: \(path) changes no Dataplane\(said)\n")
      let none = try Command("compare", "--from", "2.9.4", "--with", "\(folder.path)/none.json", "-").run(input: Self.input)
      #expect(none.status == 2)
      #expect(none.output.isEmpty)
      #expect(none.errors == "meshmap: \(folder.path)/none.json: no object is there to be applied\n")
    }
  }

  /// An event of a watch that only takes away.
  @Test func aDeletionIsNoManifest() throws {
    let event = #"{"type": "DELETED", "object": {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}}}"#
    try Command.withFolder(holding: ["gone.json": event]) { folder in
      let path = "\(folder.path)/gone.json"
      let run = try Command("compare", "--from", "2.9.4", "--with", path, "-").run(input: Self.input)
      #expect(run.status == 2)
      #expect(
        run.errors
          == "meshmap: \(path): no object is there to be applied: what is deleted there is to be left out of the input\n")
    }
  }

  /// Which field of which object makes the difference is told, and of those that may.
  @Test func theEditIsNamed() throws {
    let edit = Manifest.documents(
      Manifest.service(selector: "app: web, version: v2", ports: "{port: 81, targetPort: 8080}"), Manifest.service("new"),
      Manifest.namespace("far", labels: ""))
    try Command.withFolder(holding: ["edit.yaml": edit]) { folder in
      let path = "\(folder.path)/edit.yaml"
      let run = try Command("compare", "--from", "2.9.4", "--with", path, "-").run(input: Self.input)
      #expect(
        run.lines.filter { $0.hasPrefix("  because: ") } == [
          #"  because: \#(path):1 changes Service demo/web: spec.selector["version"] is added: "v2", spec.ports"#,
          "  because: \(path):6 adds Service demo/new",
        ])
    }
  }

  /// What cannot be why is not named: a Service decides nothing about sidecars, and a workload nothing about the Pods of another.
  @Test func onlyWhatMayDecideIsNamed() throws {
    let edit = Manifest.documents(
      Manifest.service(selector: "app: web", ports: "{port: 81, targetPort: 8080}"),
      Manifest.namespace("demo", labels: "kuma.io/sidecar-injection: disabled"),
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: new, namespace: demo}
      spec: {selector: {matchLabels: {app: new}}, template: {metadata: {labels: {app: new}}, spec: {containers: [{name: app}]}}}
      """)
    try Command.withFolder(holding: ["edit.yaml": edit]) { folder in
      let run = try Command("compare", "--from", "2.9.4", "--with", "\(folder.path)/edit.yaml", "-").run(input: Self.input)
      let lost = run.lines.drop { !$0.contains(" sidecar once ") }
      let told = lost.prefix { !$0.isEmpty }.filter { $0.hasPrefix("  because: ") }
      #expect(told.count == 1, "\(run.output)")
      #expect(told.first?.contains("changes Namespace demo: metadata.labels") ?? false)
    }
  }

  /// A file that changes something beside one that does not.
  @Test func eachFileIsTold() throws {
    let label = Manifest.service(selector: "app: other")
    try Command.withFolder(holding: ["a.yaml": label, "b.yaml": Self.policy]) { folder in
      let files = ["--with", "\(folder.path)/a.yaml", "--with", "\(folder.path)/b.yaml"]
      let run = try Command(["compare", "--from", "2.9.4"] + files + ["-"]).run(input: Self.input)
      #expect(run.status == 1)
      #expect(
        run.errors == "meshmap: note: \(folder.path)/b.yaml changes no Dataplane: policies are not evaluated; it holds "
          + "1 MeshTrafficPermission\n")
    }
  }

  @Test func oneIsSaidAsOne() throws {
    let run = try Command("preview", "-").run(input: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n")
    #expect(run.status == 2)
    #expect(run.errors == "meshmap: the input has no object of a kind that is read; there is 1 ConfigMap\n")
  }
}
