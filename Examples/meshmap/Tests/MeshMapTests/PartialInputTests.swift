import Foundation
import Testing

/// What is told of an input that holds a part of what there is, or what has yet to be made.
@Suite("Inputs that hold a part") struct PartialInputTests {
  /// A list that was asked for with a limit.
  private static func cutList(_ kind: String, _ items: String) -> String {
    """
    {"apiVersion": "v1", "kind": "\(kind)List", "metadata": {"continue": "abc", "remainingItemCount": 7}, "items": [\(items)]}

    """
  }

  private static func note(_ kind: String) -> String {
    "meshmap: note: standard input: \(kind)List: metadata.continue says that there are more objects than the list holds, which "
      + "are unknown; list them without a limit\n"
  }

  private static let dataplane = """
    apiVersion: kuma.io/v1alpha1
    kind: Dataplane
    mesh: default
    metadata: {name: far-1, namespace: demo, ownerReferences: [{apiVersion: v1, kind: Pod, name: far-1, uid: u}]}
    spec: {networking: {address: 10.0.0.1, inbound: [{port: 8080, tags: {kuma.io/service: web_demo_svc_80}}]}}

    """

  /// What is not in a list that was cut off may be there.
  @Test func podsThatWereCutOff() throws {
    let pod = #"{"metadata": {"name": "near-1", "namespace": "demo"}}"#
    let input = Self.cutList("Pod", pod) + "---\n" + Manifest.documents(Manifest.namespace(), Self.dataplane)
    let run = try Command("verify", "--release", "2.0.0", "-").run(input: input)
    #expect(run.status == 3)
    #expect(run.errors.hasPrefix(Self.note("Pod")))
    let unchecked = "Its Pod is not in the input: add the Pods, or there is nothing to check the Dataplane against."
    #expect(run.lines.contains("  demo/far-1: \(unchecked)"))
    let whole = try Command("verify", "--release", "2.0.0", "-").run(
      input: input.replacing(#""continue": "abc", "remainingItemCount": 7"#, with: ""))
    #expect(whole.status == 1)
    #expect(whole.lines.first == "demo/far-1")
  }

  @Test func servicesThatWereCutOff() throws {
    let input = Self.cutList("Service", "") + "---\n" + Manifest.documents(Manifest.namespace(), Manifest.injectedPod())
    let run = try Command("compare", "--from", "2.0.0", "--to", "2.1.0", "-").run(input: input)
    #expect(run.status == 3)
    #expect(run.errors.components(separatedBy: Self.note("Service")).count == 2)
    #expect(
      run.lines == [
        "CANNOT TELL: list everything without a limit (2.0.0 to 2.1.0)", "", "Cannot tell",
        "  1 Pod may have more inbounds than are given: a list of Service objects was cut off; list everything without a limit.",
        "", "What this rests on",
        "  The input has no Mesh, so the mesh default is taken to be as an installation creates it.",
        "  The input has no policies, so nothing is taken to select by tags or labels.",
      ])
  }

  /// What is there and cannot be read is to be fixed, and not added.
  @Test(arguments: [("compare", " (2.0.0 to 2.1.0)"), ("upgrade", "")])
  func aServiceThatCannotBeRead(_ command: String, _ releases: String) throws {
    let service = #"{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "demo"}, "spec": 5}"#
    let input = Manifest.documents(Manifest.namespace(), Manifest.injectedPod()) + "---\n\(service)\n"
    let run = try Command(command, "--from", "2.0.0", "--to", "2.1.0", "-").run(input: input)
    #expect(run.status == 2)
    #expect(run.lines.first == "CANNOT TELL: fix Service demo/web, which could not be read\(releases)")
  }

  /// Nothing is said to be well of nothing.
  @Test func nothingToCompare() throws {
    let input = Manifest.documents(Manifest.namespace(), Manifest.service())
    let run = try Command("compare", "--from", "2.0.0", "--to", "2.0.1", "-").run(input: input)
    #expect(run.status == 3)
    let advice =
      "No Pod could be judged: the input has none, and no workloads that make any; add pods, or Deployments and the like."
    #expect(
      run.lines == [
        "CANNOT TELL: the input has no Pods, and no workloads that make Pods (2.0.0 to 2.0.1)", "", "Cannot tell",
        "  \(advice)",
      ])
    let json = try Command("compare", "--from", "2.0.0", "--to", "2.0.1", "--output", "json", "-").run(input: input)
    #expect(json.status == 3)
    #expect(json.output.contains("\"message\": \"\(advice)\""))
    let allowed = try Command("compare", "--from", "2.0.0", "--to", "2.0.1", "--allow-incomplete", "-").run(input: input)
    #expect(allowed.status == 0)
  }

  /// What is there and broken is named, and nobody is told to add it.
  @Test func whatIsBrokenIsNamed() throws {
    let broken = Manifest.namespace().replacing("kuma.io/sidecar-injection: enabled", with: "kuma.io/sidecar-injection: 1")
    let asking = Manifest.pod(labels: #"kuma.io/sidecar-injection: "true""#)
    let run = try Command("compare", "--from", "2.5.11", "--to", "2.6.0", "-").run(
      input: Manifest.documents(broken, asking))
    #expect(run.status == 2)
    #expect(
      run.lines.contains {
        $0.hasPrefix(
          "  1 Pod is only partly known: Namespace demo could not be read; fix that, and add missing namespaces."
        )
      })
    let pod = Manifest.injectedPod("far-1").replacing("labels: {app: web}", with: "labels: {app: 1}")
    let verified = try Command("verify", "--release", "2.0.0", "-").run(
      input: Manifest.documents(Manifest.namespace(), pod, Self.dataplane))
    #expect(verified.status == 2)
    #expect(verified.lines.contains("  demo/far-1: Pod demo/far-1 could not be read: fix it."))
  }

  /// A Pod that has yet to be given its name is one that there is not yet.
  @Test func aPodWithoutAName() throws {
    let pod = Manifest.pod(status: "").replacing("name: web-1,", with: "generateName: web-,")
    let input = Manifest.documents(Manifest.namespace(), Manifest.service(), pod)
    let run = try Command("preview", "--release", "2.0.0", "-").run(input: input)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.lines == [
        "demo · mesh default · kuma.io/sidecar-injection=enabled", "  Pod web-* · 1 Pod  inject, pending",
        "    port 8080  web_demo_svc_80  tcp  readiness unknown", "      app=web",
        "1 Pod under the rules of Kuma 2.0.0: 1 pending",
        "not known: Some values of 1 Pod are known only once the Pods run.",
        "note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.",
      ])
    let json = try Command("preview", "--output", "json", "-").run(input: input)
    #expect(json.output.contains("\"name\": \"web-*\",\n      \"injection\""))
    let alone = try Command("preview", "-").run(input: pod)
    #expect(alone.status == 0)
  }

  /// Kuma makes a Deployment of each, whose Pods are what is told of.
  @Test func gatewaysThatKumaMakes() throws {
    let gateway = "apiVersion: kuma.io/v1alpha1\nkind: MeshGatewayInstance\nmetadata: {name: edge, namespace: demo}\n"
    let other = "kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\n"
    let run = try Command("preview", "-").run(
      input: Manifest.documents(Manifest.namespace(), Manifest.pod(), gateway, other))
    #expect(run.status == 0)
    #expect(
      run.lines.suffix(4) == [
        "not needed, so not read: 1 ConfigMap",
        "not shown: the gateway Pods of 1 MeshGatewayInstance, unless they are in the input; Kuma makes a Deployment for each",
        "note: The input has no Service, so no Pod is taken to be behind one.",
        "note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.",
      ])
  }
}
