import Testing

/// What is said once for many workloads of a namespace, with its reason and what would change it.
@Suite struct FoldingTests {
  private static func deployment(_ name: String, in namespace: String = "shop", spec: String = "") -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name), namespace: \(namespace)}
    spec:
      template:
        metadata: {labels: {app: \(name)\(spec)}}
        spec: {containers: [{name: web, image: web}]}

    """
  }
  private static let advice = """
    No sidecar is added, since nothing asks for it; label the Namespace or the templates kuma.io/sidecar-injection=enabled.
    """

  /// Namespaces of which the same is said are told together, and what is said of some of one is told with how many they are.
  @Test func aNamespaceWithoutSidecars() throws {
    let optsOut = ", kuma.io/sidecar-injection: disabled"
    let input = Manifest.documents(
      Manifest.namespace("shop", labels: ""), Self.deployment("a"), Self.deployment("b"),
      Manifest.namespace("out", labels: "kuma.io/sidecar-injection: disabled"), Self.deployment("a", in: "out"),
      Self.deployment("b", in: "out"), Manifest.namespace("till", labels: ""), Self.deployment("a", in: "till"),
      Self.deployment("b", in: "till"), Manifest.namespace("mixed", labels: ""), Self.deployment("a", in: "mixed"),
      Self.deployment("b", in: "mixed"), Self.deployment("c", in: "mixed", spec: optsOut))
    let run = try Command("preview", "-").run(input: input)
    #expect(run.status == 0)
    #expect(
      run.output == """
        mixed · no kuma.io/sidecar-injection · 3 workloads without a sidecar
            2 workloads: \(Self.advice)
            1 workload: No sidecar is added, since pod label kuma.io/sidecar-injection=disabled opts out.
        out · kuma.io/sidecar-injection=disabled · 2 workloads without a sidecar
            No sidecar is added, since namespace label kuma.io/sidecar-injection=disabled opts out.
        shop · no kuma.io/sidecar-injection · 2 workloads without a sidecar
        till · no kuma.io/sidecar-injection · 2 workloads without a sidecar
            \(Self.advice)
        9 workloads without Pods under the documented rules: 9 none

        """)
  }

  /// Why nobody knows is told once for a namespace, and what is known of one of its workloads is told with that.
  @Test func aNamespaceThatIsNotInTheInput() throws {
    let asks = Self.deployment("c", spec: ", kuma.io/sidecar-injection: disabled")
    let input = Manifest.documents(Self.deployment("a"), Self.deployment("b"), asks)
    let run = try Command("preview", "-").run(input: input)
    #expect(
      run.lines.prefix(6) == [
        "shop · not in the input",
        "    Whether a sidecar is added is unknown, since Namespace shop is not in the input; add it.",
        "    if the Namespace is labelled kuma.io/sidecar-injection=enabled: inject; if the Namespace has no label of Kuma: no sidecar",
        "! Deployment a · 1 Pod  unknown",
        "! Deployment b · 1 Pod  unknown",
        "  Deployment c · 1 Pod  no sidecar",
      ])
  }

  /// What is assumed of a Namespace is told where it is headed, and an assumption that nothing needs is told as such, once.
  @Test func labelsThatAreAssumed() throws {
    let option = "--assume-namespace-labels"
    let input = Manifest.documents(Self.deployment("a"))
    let labels = "kuma.io/sidecar-injection=enabled,team=x"
    let assumed = try Command("preview", option, labels, "-").run(input: input)
    #expect(
      assumed.lines.first == "shop · mesh default · not in the input, assumed: kuma.io/sidecar-injection=enabled, team=x")
    #expect(assumed.errors.isEmpty)
    let none = try Command("preview", option, "", "-").run(input: input)
    #expect(none.lines.first == "shop · not in the input, assumed: no labels")
    let needless = Manifest.documents(Manifest.namespace("shop", labels: ""), Self.deployment("a"))
    for command in [["preview"], ["lint"], ["compare", "--from", "2.8", "--to", "2.9"]] {
      let run = try Command(command + [option, labels, "-"]).run(input: needless)
      #expect(
        run.errors == "meshmap: note: --assume-namespace-labels has no effect: the input has the Namespace of every Pod\n")
    }
  }
}
