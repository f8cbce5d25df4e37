package import KubernetesJSON
package import KubernetesObjects
package import MeshDiagnostics
import MeshMapping

/// What `direct-access` prints.
package struct DirectAccessDocument: JSONWritable {
  let rules: RulesInUse
  let overview: DirectAccessOverview
  /// What the answer rests on.
  let grounds: Grounds

  /// What the direct access of the Pods that the filters leave means.
  package init(
    under rules: RulesInUse,
    _ overview: DirectAccessOverview,
    restingOn grounds: Grounds,
    where isChosen: (ObjectName) -> Bool
  ) {
    self.rules = rules
    self.grounds = grounds
    self.overview = DirectAccessOverview(
      pods: overview.pods.filter { isChosen($0.pod) }, withoutDataplane: overview.withoutDataplane.filter(isChosen))
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      rules.writeMembers(to: &object)
      overview.writeMembers(to: &object)
      grounds.writeMembers(to: &object)
    }
  }
}

/// The text of `direct-access`: for each Pod, or the Pods of a workload that have the same list, what it costs and what each entry is.
package struct DirectAccessText {
  private let style: Style
  private let layout: TextLayout
  /// How many places of an entry are told one by one.
  private static let mostPlaces = 10

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  package func table(_ document: DirectAccessDocument) -> String {
    let overview = document.overview
    var lines = folded(overview.pods).flatMap { podLines($0, of: $1) }
    let pods = overview.pods.reduce(0) { $0 + ($1.count.number ?? 1) }
    let total =
      overview.pods.isEmpty
      ? overview.withoutDataplane.isEmpty
        ? "no Pod lists services to reach directly" : "no Pod that has a Dataplane lists services to reach directly"
      : "\(ReportText.count(overview.listenerCount, "listener")) in \(pods == 1 ? "1 proxy" : "\(pods) proxies")"
    lines += withoutLines(overview.withoutDataplane)
    lines.append(style.faint("\(total), under \(document.rules.phrase)"))
    lines += document.grounds.lines + document.rules.lines(style)
    return layout.text(of: lines)
  }

  /// The Pods whose list does nothing, as one line.
  private func withoutLines(_ names: [ObjectName]) -> [String] {
    guard !names.isEmpty else { return [] }
    let some = names.prefix(3).map(ReportText.name).joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let get = names.count == 1 ? "gets" : "get"
    return [
      "\(style.notable("!")) \(some)\(more) \(get) no Dataplane, so that the list of services does nothing; meshmap explain says why"
    ]
  }

  /// Pods of one workload that list the same and get as many listeners, as one.
  private func folded(_ pods: [PodDirectAccess]) -> [(PodDirectAccess, Int)] {
    struct Key: Hashable {
      let workload: WorkloadReference
      let entries: [ExactString]
      let listeners: Int
    }
    var places: [Key: Int] = [:]
    var folded: [(PodDirectAccess, Int)] = []
    for pod in pods {
      let count = pod.count.number ?? 1
      guard let workload = pod.workload else {
        folded.append((pod, count))
        continue
      }
      let key = Key(
        workload: workload, entries: pod.entries.map { ExactString($0.name) }, listeners: pod.listeners.count)
      if let place = places[key] {
        folded[place].1 += count
      } else {
        places[key] = folded.count
        folded.append((pod, count))
      }
    }
    return folded
  }

  private func podLines(_ pod: PodDirectAccess, of count: Int) -> [String] {
    let namespace = pod.pod.namespace.printedSafely
    let name =
      pod.workload.map { "\(namespace)/\($0.phrase) · \(ReportText.count(count, "Pod"))" } ?? ReportText.name(of: pod.pod)
    let cost = "\(ReportText.count(pod.listenerCount, "listener"))\(count > 1 ? " in each" : "")"
    var lines = [style.strong("\(name): \(pod.isServed ? cost : "no listener, since its traffic is not redirected")")]
    let strays = pod.entries.filter(\.answer.isNothing)
    lines += strays.map { "\(style.notable("!")) \($0.name.quotedSafely) \($0.answer.phrase)" }
    for entry in pod.entries where !entry.answer.isNothing {
      lines.append("  \(entry.name.printedSafely) \(entry.answer.phrase)")
      if case .places(let places) = entry.answer { lines += placeLines(places, pod) }
    }
    if let replacement = pod.replacement, !replacement.isEmpty {
      lines.append("  Instead of \(DirectAccess.wildcard), the same listeners by name; keep those that are needed:")
      lines.append("    \(KumaKey.directAccessServices): \(replacement.map(\.printedSafely).joined(separator: ","))")
    }
    return lines
  }

  private func placeLines(_ places: [DirectAccessListener], _ pod: PodDirectAccess) -> [String] {
    let already = Set(pod.outboundAlready)
    let lines = places.prefix(Self.mostPlaces).map { place in
      let number = place.count == .exactly(1) ? "" : " · \(place.count.number.map { ReportText.count($0, "Pod") } ?? "Pods")"
      let name = place.address.isEmpty ? "an address to come, port \(place.port)" : place.description
      let outbound = already.contains(place) ? ", outbound already" : ""
      return "    \(name)  \(style.faint("\(ReportText.name(of: place.pod))\(number)\(outbound)"))"
    }
    return places.count > Self.mostPlaces ? lines + ["    and \(places.count - Self.mostPlaces) more"] : lines
  }
}
