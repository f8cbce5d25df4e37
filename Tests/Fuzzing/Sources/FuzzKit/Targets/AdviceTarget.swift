import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// What there is to say about a cluster and what would change it: each fix does what it says, and whatever is written is safe to print.
enum AdviceTarget {
  static func run(_ input: [UInt8]) throws {
    var generator = DocumentGenerator(choices: Choices(input))
    let kuma = generator.choices.controlPlane()
    let list = try JSONReader.decode(ObjectList<ClusterObject>.self, from: generator.document())
    let objects = Order.unique(list.objects)
    let cluster = Cluster(objects, under: kuma, completeness: ClusterTarget.completeness(of: list, nil, objects, kuma))
    try checkFindings(of: cluster)
    try Printed.check(json: JSONWriter.bytes(of: cluster.serviceOverview(), layout: .compact), "the services")
    try Printed.check(json: JSONWriter.bytes(of: cluster.directAccess(), layout: .compact), "the direct access")
    if let name = cluster.previews().first?.name {
      for goal in [EditGoal.injected, .notInjected, .service("web_a_svc_80")] {
        try checkSearch(goal, of: name, in: cluster)
      }
    }
    guard generator.choices.happens(oneIn: 4) else { return }
    try checkUpgrade(of: cluster, from: generator.choices.release(), to: generator.choices.release())
  }

  private static func checkFindings(of cluster: Cluster) throws {
    let diagnostics = Diagnostics(of: cluster)
    let findings = diagnostics.findings()
    try BrokenProperty.unless(Set(findings).count == findings.count, "each finding is there once", "\(findings)")
    for (finding, fixes) in zip(findings, diagnostics.fixes(for: findings)) {
      try Printed.check(finding.message, "a finding")
      for related in finding.related { try Printed.check("\(related.field)", "a related field") }
      for fix in fixes {
        try Printed.check(fix.message, "a fix")
        for command in fix.commands { try Printed.check(command, "a command") }
        guard let edited = cluster.applying(fix.edits) else {
          throw BrokenProperty(property: "a fix can be applied", detail: "\(fix) of \(finding)")
        }
        let left = Diagnostics(of: edited).findings()
        try BrokenProperty.unless(!left.contains(finding), "a fix removes its finding", "\(fix) of \(finding)")
      }
    }
  }

  private static func checkSearch(_ goal: EditGoal, of name: ObjectName, in cluster: Cluster) throws {
    guard let search = cluster.edits(leading: name, to: goal) else { return }
    try Printed.check(json: JSONWriter.bytes(of: search, layout: .compact), "a search")
    try Printed.check(goal.phrase, "a goal")
    switch search.answer {
    case .obstacle(let obstacle): try Printed.check(obstacle.message, "an obstacle")
    case .alreadySo: break
    case .edits(let proposals):
      for proposal in proposals {
        try Printed.check(proposal.effect, "an effect")
        guard let edited = cluster.applying(proposal.fix.edits) else {
          throw BrokenProperty(property: "a proposal can be applied", detail: "\(proposal.fix)")
        }
        guard case .alreadySo? = edited.edits(leading: name, to: goal)?.answer else {
          throw BrokenProperty(property: "a proposal leads to its goal", detail: "\(proposal.fix) for \(goal) of \(name)")
        }
      }
    }
  }

  private static func checkUpgrade(of cluster: Cluster, from old: KumaRelease, to new: KumaRelease) throws {
    let path = UpgradePath(of: cluster, from: old, to: new)
    try Printed.check(json: JSONWriter.bytes(of: path, layout: .compact), "an upgrade")
    try BrokenProperty.unless(old < new || path.steps.isEmpty, "no way leads to an earlier release")
    for note in cluster.notes(from: old, to: new) { try Printed.check("\(note)", "a note") }
  }
}
