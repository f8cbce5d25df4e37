package import KubernetesJSON
package import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// What `verify` prints.
package struct VerificationDocument: JSONWritable {
  let rules: RulesInUse
  let dataplanes: Int
  /// How many zone ingresses and zone egresses the filters leave.
  let zoneProxies: Int
  let problems: [VerificationProblem]
  let unchecked: [Verification.Unchecked]
  /// The release that would fit better, and how many would differ under it; nil where none would, or nothing differs.
  let bestFit: ReleaseFit?
  /// How many Dataplanes and zone proxies the input has, whatever the filters leave.
  private let dataplanesOfInput: Int
  /// The objects that are there and could not be read.
  private let unreadable: Set<ObjectReference>
  /// What the verdict rests on that the input does not hold.
  let basis: VerdictBasis

  /// What is wrong with the Dataplanes that the filters leave.
  ///
  /// - Parameters:
  ///   - rules: The rules.
  ///   - dataplanes: How many Dataplanes the filters leave.
  ///   - zoneProxies: How many zone ingresses and zone egresses the filters leave.
  ///   - dataplanesOfInput: How many there are of both.
  ///   - unreadable: The objects that are there and could not be read.
  ///   - basis: What the verdict rests on that the input does not hold.
  ///   - verification: What is wrong with all of them.
  ///   - bestFit: The release that fits best; asked for only where something differs.
  ///   - isChosen: Whether the filters leave a Dataplane.
  package init(
    under rules: RulesInUse,
    dataplanes: Int,
    zoneProxies: Int,
    ofAll dataplanesOfInput: Int,
    without unreadable: Set<ObjectReference> = [],
    restingOn basis: VerdictBasis,
    _ verification: Verification,
    fitting bestFit: () -> ReleaseFit?,
    of isChosen: (ObjectName) -> Bool
  ) {
    self.rules = rules
    self.dataplanes = dataplanes
    self.zoneProxies = zoneProxies
    self.dataplanesOfInput = dataplanesOfInput
    self.unreadable = unreadable
    self.basis = basis
    problems = verification.problems.filter { isChosen($0.name) }
    unchecked = verification.unchecked.filter { isChosen($0.name) }
    let differing = Set(problems.map(\.name)).count
    let fit = differing == 0 ? nil : bestFit()
    self.bestFit = fit.flatMap { $0.differing < differing ? $0 : nil }
  }

  /// Whether anything differs.
  package var isAnyProblem: Bool { !problems.isEmpty }
  /// Whether something could not be checked, or there was nothing to check.
  package var isAnyUnchecked: Bool { !unchecked.isEmpty || hasNothingToCheck || !cut.isEmpty }
  /// Whether the input has no Dataplane at all; where only the filters leave none, their Pods are as the rules give.
  var hasNothingToCheck: Bool { dataplanesOfInput == 0 }

  /// What lists that were cut off may have left out, or documents that cannot be read may hold: Dataplanes that differ, and Pods without one.
  var cut: [Incompleteness] {
    let lists = unreadable.filter { object in
      object.isDocument || object.name.isEmpty && ["", Pod.kind, Dataplane.kind].contains(object.kind)
    }
    return Incompleteness.ofUnread(lists, of: [.dataplanes, .pods])
  }

  /// What the input lacks, by how many Dataplanes or Pods.
  var incomplete: [Incompleteness] {
    var count = Incompleteness.Count()
    for dataplane in unchecked { count.add(dataplane.reason.needs) }
    let lacking = count.all.isEmpty && hasNothingToCheck ? [Incompleteness(needs: .dataplanes, pods: 0)] : count.all
    return Incompleteness.all(lacking, naming: unreadable, besides: cut)
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      rules.writeMembers(to: &object)
      object.write(dataplanes, forKey: "dataplanes")
      object.writeUnlessZero(zoneProxies, forKey: "zoneProxies")
      object.write(problems, forKey: "problems")
      if let bestFit {
        object.writeObject(forKey: "bestFit") { member in
          member.write("\(bestFit.release)", forKey: "rules")
          member.write(bestFit.differing, forKey: "differing")
        }
      }
      if !unchecked.isEmpty { object.write(unchecked, forKey: "unchecked") }
      if !incomplete.isEmpty { object.write(incomplete, forKey: "incomplete") }
      if !basis.isEmpty { object.write(basis, forKey: "restsOn") }
    }
  }
}

/// The text of `verify`: what differs, by Dataplane, and what could not be checked, by why.
package struct VerificationText {
  private let style: Style
  private let layout: TextLayout

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  /// The problems by Dataplane, what could not be checked, and the verdict.
  package func table(_ document: VerificationDocument) -> String {
    var lines = groups(of: document.problems).flatMap { names, messages in
      [style.strong(heading(names))] + messages.map { "  \(style.bad($0))" }
    }
    if let fit = document.bestFit {
      let differ = fit.differing == 0 ? "none differs" : "\(fit.differing) differ"
      lines.append(style.notable("Kuma \(fit.release) fits better: \(differ) with --release \(fit.release)"))
    }
    lines += uncheckedLines(document.unchecked) + document.cut.map { style.notable($0.message) }
    let number = document.zoneProxies
    let zoneProxies = number == 0 ? "" : number == 1 ? " and 1 zone proxy" : " and \(number) zone proxies"
    let count = "\(ReportText.count(document.dataplanes, "Dataplane"))\(zoneProxies) under \(document.rules.phrase)"
    let verdict = [style.faint("\(count): \(verdict(document))")]
    return layout.text(of: lines + verdict + BasisText(style: style).lines(of: document.basis) + document.rules.lines(style))
  }

  /// The Dataplanes with which the same is wrong, in the order of the first of each.
  private func groups(of problems: [VerificationProblem]) -> [(names: [ObjectName], messages: [String])] {
    var messages: [ObjectName: [String]] = [:]
    var order: [ObjectName] = []
    for problem in problems {
      if messages[problem.name] == nil { order.append(problem.name) }
      messages[problem.name, default: []].append(problem.kind.message)
    }
    var places: [[String]: Int] = [:]
    var groups: [(names: [ObjectName], messages: [String])] = []
    for name in order {
      let told = messages[name] ?? []
      if let place = places[told] {
        groups[place].names.append(name)
      } else {
        places[told] = groups.count
        groups.append(([name], told))
      }
    }
    return groups
  }

  /// A few names, and how many there are more.
  private func heading(_ names: [ObjectName]) -> String {
    let told = names.prefix(3).map(ReportText.name).joined(separator: ", ")
    return names.count > 3 ? "\(told) and \(names.count - 3) more" : told
  }

  private func verdict(_ document: VerificationDocument) -> String {
    let differing = Set(document.problems.map(\.name)).count
    let unchecked = Set(document.unchecked.map(\.name)).count
    var parts = differing == 0 ? [] : ["\(differing) differ\(differing == 1 ? "s" : "")"]
    if unchecked > 0 { parts.append("\(unchecked) could not be checked, or not all of it") }
    if parts.isEmpty {
      return document.hasNothingToCheck
        ? "the input has no Dataplanes; add those of kubectl get dataplanes -A -o json"
        : document.cut.isEmpty ? "all as the rules give" : "those that the input holds are as the rules give"
    }
    return parts.joined(separator: ", ")
  }

  /// A line for each reason, with how many it concerns, or which one.
  private func uncheckedLines(_ unchecked: [Verification.Unchecked]) -> [String] {
    guard !unchecked.isEmpty else { return [] }
    var names: [Verification.Unchecked.Reason: [ObjectName]] = [:]
    for dataplane in unchecked { names[dataplane.reason, default: []].append(dataplane.name) }
    let groups = names.sorted { ($0.value.first ?? Self.nothing) < ($1.value.first ?? Self.nothing) }
    return [style.notable("Not checked")]
      + groups.map { reason, names in
        // Why it is says it for all alike.
        let count = names.count == 1 ? "" : " (\(names.count) of them)"
        return "  \(heading(names))\(count): \(reason.message)"
      }
  }

  private static let nothing = ObjectName(namespace: "", name: "")
}
