import Testing

/// What the command tells of Pods that are refused, and the options that decide about it.
@Suite struct RefusalTests {
  private func pod(_ arguments: String..., input: String) throws -> Report.Pod {
    let pods = try Command(["preview"] + arguments + ["-"]).report(input: input).pods
    try #require(pods.count == 1)
    return try #require(pods.first)
  }

  private static func probing(_ port: Int, annotations: String = "") -> String {
    let probe = "livenessProbe: {httpGet: {port: \(port), path: /}}"
    return Manifest.documents(
      Manifest.namespace(), Manifest.pod(annotations: annotations, spec: "containers: [{name: web, \(probe)}]"))
  }

  @Test func aGatewayThatIsProvidedIsRefused() throws {
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(annotations: "kuma.io/gateway: provided"))
    let pod = try pod("--release", "2.14", input: input)
    #expect(pod.decision == "reject unreadableGateway")
    #expect(pod.injection.evidence == .init(place: "podAnnotation", key: "kuma.io/gateway", value: "provided"))
    #expect(pod.action == "none willNotBeInjected")
    #expect(pod.codes == ["pod-refused"])
  }

  @Test func theLabelOfTheWorkloadIsRefused() throws {
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(labels: "kuma.io/workload: shop"))
    #expect(try pod("--release", "2.13.0", input: input).decision == "reject reservedWorkloadLabel")
    #expect(try pod("--release", "2.12.0", input: input).decision == "inject requested")
  }

  private static let restrictedInEast = Manifest.documents(
    Manifest.namespace(),
    Manifest.pod(spec: "nodeName: n1, containers: [{name: web, ports: [{containerPort: 8080}]}]"),
    Manifest.service(),
    """
    apiVersion: kuma.io/v1alpha1
    kind: Mesh
    metadata: {name: default}
    spec: {constraints: {dataplaneProxy: {restrictions: [{tags: {topology.kubernetes.io/zone: east}}]}}}

    """)

  @Test func aRestrictionOfALabelOfAnUnknownNodeIsNotGreen() throws {
    let input = Self.restrictedInEast
    #expect(try pod("--release", "2.9.4", input: input).action == "unknown incompleteInput")
    #expect(try Command("lint", "--release", "2.9.4", "-").run(input: input).status == 3)
    #expect(try Command("upgrade", "--from", "2.6.0", "--to", "2.9.4", "-").run(input: input).status == 3)
    #expect(try Command("compare", "--from", "2.6.0", "--to", "2.9.4", "-").run(input: input).status == 3)
    let node = { (zone: String) in
      "apiVersion: v1\nkind: Node\nmetadata: {name: n1, labels: {topology.kubernetes.io/zone: \(zone)}}\n"
    }
    let refused = Manifest.documents(input, node("east"))
    #expect(try pod("--release", "2.9.4", input: refused).action == "fail dataplaneRefused")
    #expect(try Command("compare", "--from", "2.6.0", "--to", "2.9.4", "-").run(input: refused).status == 1)
    let west = Manifest.documents(input, node("west"))
    #expect(try pod("--release", "2.9.4", input: west).action == "apply")
    #expect(try Command("compare", "--from", "2.6.0", "--to", "2.9.4", "-").run(input: west).status == 0)
  }

  @Test func virtualProbesAreAnOption() throws {
    #expect(try pod(input: Self.probing(9000)).decision == "reject probePortInUse")
    #expect(try pod("--virtual-probes", "disabled", input: Self.probing(9000)).decision == "inject requested")
    #expect(try pod("--virtual-probes-port", "9100", input: Self.probing(9100)).decision == "reject probePortInUse")
    let proxy = try pod(
      "--release", "2.14", "--application-probe-proxy-port", "9101", input: Self.probing(9101))
    #expect(proxy.decision == "reject probePortInUse")
    #expect(try Command("preview", "--virtual-probes", "on", "-").run().status == 64)
  }

  @Test func nativeSidecarsAreAnOption() throws {
    let probe = "readinessProbe: {grpc: {port: 9001}}"
    let input = Manifest.documents(
      Manifest.namespace(),
      Manifest.pod(
        spec: "containers: [{name: web}], initContainers: [{name: native, restartPolicy: Always, \(probe)}]")
    )
    #expect(try pod("--release", "2.14", input: input).decision == "reject probePortInUse")
    let off = try pod("--release", "2.14", "--sidecar-containers", "disabled", input: input)
    #expect(off.decision == "inject requested")
    let old = try pod("--release", "2.14", "--kubernetes-version", "v1.28.3", input: input)
    #expect(old.decision == "inject requested")
    #expect(try Command("preview", "--kubernetes-version", "new", "-").run().status == 64)
  }

  @Test func containerPatchesAreLookedUp() throws {
    let patch = { (name: String) in
      "apiVersion: kuma.io/v1alpha1\nkind: ContainerPatch\nmetadata: {name: \(name), namespace: kuma-system}\n"
    }
    let objects = Manifest.documents(Manifest.namespace(), Manifest.pod(annotations: "kuma.io/container-patches: \"a,b\""))
    let unknown = try pod("--release", "2.14", input: objects)
    #expect(unknown.decision == "unknown incompleteInput")
    #expect(unknown.action == "unknown incompleteInput")
    let missing = try pod("--release", "2.14", input: Manifest.documents(objects, patch("a")))
    #expect(missing.decision == "reject missingContainerPatches")
    let found = try pod("--release", "2.14", input: Manifest.documents(objects, patch("a"), patch("b")))
    #expect(found.decision == "inject requested")
    let all = try pod(
      "--release", "2.14", "--container-patches", "c", input: Manifest.documents(objects, patch("a"), patch("b")))
    #expect(
      all.injection.message
        == "The injector refuses the Pod, since ContainerPatch c, which the control plane adds to every Pod, does not exist in the control plane's namespace; create it there, or take it out of its setting."
    )
    let both = try pod("--release", "2.14", "--container-patches", "c", input: Manifest.documents(objects, patch("a")))
    #expect(
      both.injection.message
        == "The injector refuses the Pod, since ContainerPatch c, which the control plane adds to every Pod, and ContainerPatch b, which pod annotation kuma.io/container-patches asks for, do not exist in the control plane's namespace; create them there, or correct the control plane's setting and the annotation."
    )
  }

  @Test func aNamespaceCanBeHeldToOneMesh() throws {
    let other = """
      apiVersion: kuma.io/v1alpha1
      kind: Dataplane
      mesh: blue
      metadata: {name: other, namespace: demo, labels: {kuma.io/mesh: blue}}
      spec: {networking: {address: 10.0.0.9}}

      """
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(), other)
    #expect(try pod("--release", "2.14", input: input).decision == "inject requested")
    let held = try pod("--release", "2.14", "--disallow-multiple-meshes-per-namespace", input: input)
    #expect(held.decision == "reject secondMesh")
  }

  /// The Namespace names the mesh, not the injector, which has yet to write it down.
  @Test func explainsWhatNamesTheMesh() throws {
    let input = Manifest.documents(
      Manifest.namespace(labels: "kuma.io/sidecar-injection: enabled, kuma.io/mesh: blue"), Manifest.pod())
    let lines = try Command("explain", "--release", "2.14", "-").run(input: input).lines
    #expect(lines.contains("  Mesh       blue, since namespace label kuma.io/mesh=blue names it."))
  }
}
