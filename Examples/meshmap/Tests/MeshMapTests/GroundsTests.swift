import Foundation
import Testing

/// What answers rest on: nothing is said to be well of nothing, and what is taken for granted is told.
@Suite struct GroundsTests {
  private static let none =
    "not known: No Pod could be judged: the input has none, and no workloads that make any; add pods, or Deployments and the like."
  private static let idle =
    "note: 1 workload was not looked at, since it wants no Pods: scaled to zero, suspended or finished."
  private static let premises = [
    "note: The input has no Service, so no Pod is taken to be behind one.",
    "note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.",
  ]

  private static func workload(_ kind: String = "Deployment", _ name: String = "web", spec: String = "") -> String {
    """
    apiVersion: apps/v1
    kind: \(kind)
    metadata: {name: \(name), namespace: demo}
    spec:
      \(spec)
      template:
        metadata: {labels: {app: \(name)}}
        spec: {containers: [{name: web, image: web, ports: [{containerPort: 8080}]}]}

    """
  }

  @Test(arguments: ["", Manifest.service()])
  func nothingIsWellOfNoPods(_ service: String) throws {
    let input = Manifest.documents(Manifest.namespace(), service)
    let run = try Command("lint", "-").run(input: input)
    #expect(run.status == 3)
    let services = service.isEmpty ? "0 Services" : "1 Service"
    #expect(
      run.output.split(separator: "\n").map(String.init)
        == ["? 0 Pods, \(services), 1 Namespace under the documented rules: nothing found", Self.none])
    let annotations = try Command("lint", "--output", "github", "-").run(input: input)
    #expect(annotations.status == 3)
    #expect(
      annotations.output == "::warning title=meshmap incomplete::\(Self.none.dropFirst("not known: ".count))\n")
    #expect(try Command("lint", "--allow-incomplete", "-").run(input: input).status == 0)
    #expect(try Command("lint", "--fail-on", "never", "-").run(input: input).status == 0)
    for command in ["preview", "services", "direct-access"] {
      let answer = try Command(command, "-").run(input: input)
      #expect(answer.status == 0)
      #expect(answer.output.contains("\n\(Self.none)\n"), "\(command): \(answer.output)")
    }
  }

  /// A workload that wants no Pods is no proof that all is well, be there others or not.
  @Test(arguments: [
    ("Deployment", "replicas: 0"), ("StatefulSet", "replicas: 0"), ("ReplicaSet", "replicas: 0"),
    ("Deployment", "replicas: -1"),
  ])
  func whatWantsNoPodsIsCounted(_ kind: String, _ spec: String) throws {
    let input = Manifest.documents(Manifest.namespace(), Self.workload(kind, spec: spec))
    let run = try Command("lint", "-").run(input: input)
    #expect(run.status == 3)
    #expect(run.output.hasSuffix("\(Self.none)\n\(Self.idle)\n"), "\(run.output)")
    let beside = Manifest.documents(input, Self.workload("Deployment", "api", spec: "replicas: 2"))
    for arguments in [
      ["preview"], ["lint"], ["services"], ["direct-access"], ["verify"], ["compare", "--from", "2.9.4", "--to", "2.10.0"],
      ["upgrade", "--from", "2.12.0"],
    ] {
      let answer = try Command(arguments + ["-"]).run(input: beside)
      #expect(answer.output.contains(Self.idle.dropFirst("note: ".count)), "\(arguments): \(answer.output)")
      let json = try Command(arguments + ["--output", "json", "-"]).run(input: beside)
      #expect(json.output.contains("\"idle\": 1"), "\(arguments): \(json.output)")
    }
    let elsewhere = try Command("lint", "--namespace", "other", "-").run(
      input: Manifest.documents(beside, Manifest.namespace("other"), Manifest.pod(namespace: "other")))
    #expect(!elsewhere.output.contains("wants no Pods"))
  }

  /// What another object makes wants no Pods because that says so, and one that owns Pods is told of by them.
  @Test func whatOthersMakeIsNotCounted() throws {
    let owned = Self.workload("ReplicaSet", "web-5", spec: "replicas: 0").replacing(
      "namespace: demo}",
      with:
        "namespace: demo, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: x, controller: true}]}")
    let owner = "ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: y, controller: true}]"
    let pod = Manifest.pod("db-0").replacing("name: db-0,", with: "name: db-0, \(owner),")
    let set = Self.workload("StatefulSet", "db", spec: "replicas: 0")
    let run = try Command("lint", "-").run(input: Manifest.documents(Manifest.namespace(), owned, set, pod))
    #expect(run.output.contains("1 Pod,"))
    #expect(!run.output.contains("no Pods:"), "\(run.output)")
  }

  /// A Job that has ended and a CronJob that is suspended want no Pods either.
  @Test func jobsThatMakeNoPods() throws {
    let template = "template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: a}]}}"
    let input = """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: done, namespace: demo}
      spec: {\(template)}
      status: {conditions: [{type: Complete, status: "True"}]}
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: nightly, namespace: demo}
      spec: {suspend: true, jobTemplate: {spec: {\(template)}}}

      """
    let run = try Command("preview", "-").run(input: Manifest.documents(Manifest.namespace(), input))
    #expect(
      run.lines.last
        == "note: 2 workloads were not looked at, since they want no Pods: scaled to zero, suspended or finished.")
  }

  @Test func whatIsTakenForGrantedIsTold() throws {
    let input = Manifest.documents(Manifest.namespace(), Self.workload())
    for command in ["preview", "lint", "services", "direct-access"] {
      let run = try Command(command, "--release", "2.9.4", "-").run(input: input)
      #expect(run.lines.suffix(2).map(String.init) == Self.premises, "\(command): \(run.output)")
      #expect(run.status == 0)
      let json = try Command(command, "--release", "2.9.4", "--output", "json", "-").run(input: input)
      #expect(json.output.contains("\"premise\": \"no-services\""), "\(command): \(json.output)")
      #expect(json.output.contains("\"premise\": \"default-mesh\""), "\(command): \(json.output)")
    }
    let yaml = try Command("preview", "--output", "yaml", "-").run(input: input)
    #expect(yaml.output.contains("\nrestsOn:\n- premise: no-services\n"), "\(yaml.output)")
    let mesh = "apiVersion: kuma.io/v1alpha1\nkind: Mesh\nmetadata: {name: default}\n"
    let whole = try Command("lint", "--release", "2.9.4", "-").run(
      input: Manifest.documents(input, Manifest.service(), mesh))
    #expect(!whole.output.contains("note: The input"), "\(whole.output)")
    // Of what is in no mesh nothing rests on what a mesh is like.
    let outside = try Command("preview", "-").run(input: Manifest.documents(Manifest.namespace(labels: ""), Self.workload()))
    #expect(outside.lines.last == "1 workload without Pods under the documented rules: 1 none")
    let asItStands = try Command("reconcile", "-").run(
      input: Manifest.documents(Manifest.namespace(), Manifest.injectedPod()))
    #expect(!asItStands.output.contains("note:"))
  }

  /// What is counted is what the filter leaves, and of two workloads whose Pods have one name the one that is meant.
  @Test func countsWhatTheFilterLeaves() throws {
    let input = Manifest.documents(
      Manifest.namespace(), Manifest.service(), Self.workload(), Self.workload("DaemonSet"), Manifest.pod("db-1"))
    func foot(_ arguments: String...) throws -> String? {
      let run = try Command(["lint", "--release", "2.9.4"] + arguments + ["-"]).run(input: input)
      return run.lines.first { $0.contains(" under ") }.map(String.init)
    }
    #expect(try foot()?.contains("1 Pod, 2 workloads without Pods, 1 Service, 1 Namespace under") == true)
    #expect(try foot("--workload", "daemonset/web")?.contains(" 1 workload without Pods under") == true)
    #expect(try foot("--pod", "demo/db-1")?.contains(" 1 Pod under") == true)
    let json = try Command("lint", "--pod", "demo/db-1", "--output", "json", "-").run(input: input)
    #expect(json.output.contains("\"lookedAt\": {\n    \"pods\": 1,\n    \"workloads\": 0\n  }"), "\(json.output)")
  }

  /// Which Pods a Service without a selector leads to, only EndpointSlices say: without them nobody knows what is wrong with its ports.
  @Test func endpointSlicesThatAreNotThere() throws {
    let service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: demo}\nspec: {ports: [{port: 80}]}\n"
    let slice = """
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: web-x, namespace: demo, labels: {kubernetes.io/service-name: web}}
      endpoints: [{targetRef: {kind: Pod, name: web-1, namespace: demo, uid: u}}]

      """
    let pod = Manifest.injectedPod().replacing("name: web-1,", with: "name: web-1, uid: u,")
    let input = Manifest.documents(Manifest.namespace(), service, pod)
    let run = try Command("lint", "--release", "2.9.4", "-").run(input: input)
    #expect(run.status == 3)
    #expect(
      run.lines.contains("not known: Answers about 1 Pod rest on what is not in the input: add endpointslices to it."),
      "\(run.output)")
    let whole = try Command("lint", "--release", "2.9.4", "-").run(input: Manifest.documents(input, slice))
    #expect(whole.output.contains("no container declares") || whole.output.contains("No container declares"))
    #expect(!whole.output.contains("not known"), "\(whole.output)")
  }

  /// A namespace without anything to look at is no clean one.
  @Test func aNamespaceWithoutAnythingInIt() throws {
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(), Manifest.namespace("empty"))
    let run = try Command("lint", "--namespace", "empty", "-").run(input: input)
    #expect(run.status == 2)
    #expect(run.errors == "meshmap: the input has no Pod in namespace \"empty\"; there is 1 in demo\n")
  }
}
