import Testing

/// Objects of kinds that nobody here knows, in which there are Pods or templates of Pods: what they make may be what decides.
@Suite struct KindsWithPodsTests {
  private static let good = Manifest.documents(
    Manifest.namespace(), Manifest.service(), Manifest.pod("web-1"), Manifest.namespace("kuma-system", labels: "a: b"))
  private static let flink = """
    apiVersion: flink.apache.org/v1beta1
    kind: FlinkDeployment
    metadata: {name: jobs, namespace: demo}
    spec: {image: flink, podTemplate: {metadata: {labels: {kuma.io/gateway: a}}, spec: {containers: [{name: main}]}}}

    """
  private static let podSet = """
    apiVersion: core.strimzi.io/v1beta2
    kind: StrimziPodSet
    metadata: {name: queue, namespace: demo}
    spec: {pods: [{metadata: {name: queue-0}, spec: {containers: [{name: kafka}]}}]}

    """
  private static let verdicts = [["lint", "--release", "2.14.3"], ["upgrade", "--from", "2.9.4"]]

  @Test(arguments: [
    (
      flink, "FlinkDeployment (spec.podTemplate)",
      "1 FlinkDeployment has a template of Pods that was not looked at, at spec.podTemplate; read it with --pod-template FlinkDeployment=spec.podTemplate"
    ),
    (
      podSet, "StrimziPodSet (spec.pods[0])",
      "1 StrimziPodSet has Pods that were not looked at, at spec.pods[0]; add the Pods themselves"
    ),
  ])
  func noVerdictIsGreen(_ object: String, _ name: String, _ note: String) throws {
    for command in Self.verdicts {
      let run = try Command(command + ["-"]).run(input: Manifest.documents(Self.good, object))
      #expect(run.status == 3, "\(command)")
      #expect(run.output.hasPrefix(command[0] == "lint" ? "? " : "CANNOT TELL: expand \(name)\n"), "\(run.output)")
      #expect(run.output.contains("There may be more than is shown: \(name) has Pods that were not looked at; expand that."))
      #expect(run.errors == "meshmap: note: \(note)\n")
    }
  }

  /// Where the template is named, its Pods are looked at as others are.
  @Test func aTemplateThatIsNamedIsRead() throws {
    for command in Self.verdicts {
      let run = try Command(command + ["--pod-template", "FlinkDeployment=spec.podTemplate", "-"])
        .run(input: Manifest.documents(Self.good, Self.flink))
      #expect(!run.output.contains("not looked at"))
      #expect(!run.errors.contains("not looked at"))
    }
  }

  /// What has no containers in it, or is Kubernetes' own or Kuma's, makes nothing; of other makers' kinds nobody knows.
  @Test func whatHasNoPodsIsCounted() throws {
    let others = """
      apiVersion: monitoring.coreos.com/v1
      kind: Prometheus
      metadata: {name: main, namespace: demo}
      spec: {replicas: 2, podMetadata: {labels: {a: b}}, containers: [{name: extra}]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: all, namespace: demo}

      """
    let input = Manifest.documents(Self.good, others)
    for command in Self.verdicts {
      #expect(try Command(command + ["-"]).run(input: input).status == 0, "\(command)")
    }
    let preview = try Command("preview", "--release", "2.9.4", "-").run(input: input)
    #expect(preview.lines.contains("not needed, so not read: 1 Role"))
    #expect(preview.lines.contains("not read, and what their controllers make of them is not shown: 1 Prometheus"))
  }
}
