import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// The table that people read: by namespace and workload, what needs attention before what is well, Pods of which the same is told as one.
struct ReportTable {
  private let text: ReportText
  private let layout: TextLayout
  private let standpoint: PodReport.Standpoint
  private var stories: [PodStory: ToldPods] = [:]
  private var order: [PodStory] = []
  /// How many Pods were left out, since there is nothing to tell of them that was asked for.
  private var leftOut = 0

  /// An empty table.
  init(text: ReportText, layout: TextLayout, standpoint: PodReport.Standpoint) {
    self.text = text
    self.layout = layout
    self.standpoint = standpoint
  }

  /// Adds Pods in order.
  mutating func add(_ pods: [(story: PodStory, report: PodReport)]) {
    for (story, report) in pods {
      if stories[story] == nil { order.append(story) }
      stories[story, default: ToldPods()].add(report)
    }
  }

  /// How many findings there are of a severity, by workload or Pod.
  private func count(_ severity: Severity) -> Int {
    order.reduce(0) { $0 + $1.severities.count { $0 == severity } }
  }

  /// The table.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - isFolded: Whether namespaces in which nothing is injected are one line each.
  func lines(of cluster: Cluster, isFolded: Bool) -> [String] {
    let namespaces = Dictionary(grouping: order, by: \.namespace)
    let sorted = namespaces.sorted { left, right in
      let (mine, others) = (left.value.map(\.rank).min() ?? .well, right.value.map(\.rank).min() ?? .well)
      let (first, second) = (min(mine, .info), min(others, .info))
      return first == second ? left.key < right.key : first < second
    }
    var lines: [String] = []
    var outside: [(reasons: [ExactString], lines: [String])] = []
    for (namespace, stories) in sorted {
      let isQuiet = isFolded && stories.allSatisfy { $0.rank >= .info && $0.action == .leave }
      if isQuiet, stories.count > 1 {
        let reasons = quietReasons(stories)
        let line = quietLine(namespace, stories, of: cluster)
        if let index = outside.firstIndex(where: { $0.reasons == reasons }) {
          outside[index].lines.append(line)
        } else {
          outside.append((reasons, [line]))
        }
      } else {
        lines += lines.isEmpty ? [] : [""]
        lines += namespaceLines(namespace, stories, of: cluster)
      }
    }
    let quiet = outside.flatMap { $0.lines + $0.reasons.map { "    \($0)" } }
    return lines + (quiet.isEmpty || lines.isEmpty ? [] : [""]) + quiet
  }

  /// The line of a namespace in which nothing is injected.
  private func quietLine(_ namespace: ExactString, _ stories: [PodStory], of cluster: Cluster) -> String {
    let said = "\(text.injection(of: namespace.string, in: cluster)) \u{00B7} \(number(of: stories)) without a sidecar"
    return "\(text.style.strong(namespace.string.printedSafely))\(text.style.faint(" \u{00B7} \(said)"))"
  }

  /// How many Pods there are, or workloads where there are none yet.
  private func number(of stories: [PodStory]) -> String {
    let pods = stories.reduce(0) { $0 + (self.stories[$1]?.pods ?? 0) }
    return pods == 0 ? ReportText.count(stories.count, "workload") : ReportText.count(pods, "Pod")
  }

  /// Why nothing is injected in a namespace, each reason once; with how many it holds for where there are several.
  private func quietReasons(_ stories: [PodStory]) -> [ExactString] {
    var order: [ExactString] = []
    var groups: [ExactString: [PodStory]] = [:]
    for story in stories {
      // What is said of the template of each is said of all of them.
      let own = "the template of \(story.subject)"
      for reason in story.reasons.map({ ExactString($0.string.replacing(own, with: "the templates")) }) {
        if groups[reason] == nil { order.append(reason) }
        groups[reason, default: []].append(story)
      }
    }
    guard order.count > 1 else { return order }
    return order.map { ExactString("\(number(of: groups[$0] ?? [])): \($0)") }
  }

  /// Why nobody knows what is decided, where that is one thing for several of a namespace.
  private func commonDoubt(_ stories: [PodStory]) -> [ExactString] {
    let unknown = stories.filter { $0.action == .unknown }
    guard unknown.count > 1, let first = unknown.first, unknown.allSatisfy({ $0.reasons == first.reasons }) else {
      return []
    }
    return first.reasons
  }

  private func namespaceLines(_ namespace: ExactString, _ stories: [PodStory], of cluster: Cluster) -> [String] {
    let meshes = Set(stories.compactMap(\.mesh)).sorted()
    let isOneMesh = meshes.count == 1
    let mesh = isOneMesh ? [" mesh \(meshes[0].string.printedSafely)"] : []
    let heading =
      ([text.style.strong(namespace.string.printedSafely)] + mesh + [" \(text.injection(of: namespace.string, in: cluster))"])
      .joined(separator: " \u{00B7}")
    let sorted = stories.indices.sorted { left, right in
      let (mine, others) = (min(stories[left].rank, .info), min(stories[right].rank, .info))
      return mine == others ? left < right : mine < others
    }
    let doubt = commonDoubt(stories)
    return [heading] + doubt.map { "    \($0)" }
      + sorted.flatMap { storyLines(stories[$0], told: doubt, isMeshTold: isOneMesh) }
  }

  /// The lines of what is told alike, but for the reasons that the heading has told.
  private func storyLines(_ story: PodStory, told reasons: [ExactString], isMeshTold: Bool) -> [String] {
    let told = stories[story] ?? ToldPods()
    let isPod = told.pods == 1 && story.subject.string.hasPrefix("Pod ")
    let count = isPod ? "" : " \u{00B7} \(told.phrase)"
    let mesh = story.mesh.map { isMeshTold ? "" : ", mesh \($0.string.printedSafely)" } ?? ""
    let sign = story.rank == .error ? text.style.bad(story.rank.sign) : text.style.notable(story.rank.sign)
    let subject = "\(story.subject)\(count)"
    let verdict = text.coloured(story.verdict.string, as: story.action)
    let line = standpoint == .preview ? "\(sign) \(subject)  \(verdict)\(mesh)" : "\(sign) \(verdict)  \(subject)\(mesh)"
    let own = story.action == .unknown && !reasons.isEmpty ? [] : story.reasons
    return [line] + own.map { "    \($0)" } + dataplaneLines(story, told)
      + story.findings.map { "    \($0)" }
  }

  /// What the Dataplane holds, with how many of the Pods are ready.
  private func dataplaneLines(_ story: PodStory, _ told: ToldPods) -> [String] {
    story.dataplane.map { line in
      guard let mark = line.string.range(of: ReportText.readinessMark) else { return line.string }
      guard let index = Int(line.string[mark.upperBound...]), told.readiness.indices.contains(index) else {
        return line.string
      }
      let states = told.readiness[index]
      let isOne = states.count == 1
      let words = InboundState.allCases.compactMap { state -> String? in
        guard let number = states[state] else { return nil }
        let phrase = isOne ? state.phrase : "\(number) \(state.phrase)"
        switch state {
        case .ready: return text.style.good(phrase)
        case .unknown: return text.style.faint(phrase)
        case .notReady, .ignored: return text.style.notable(phrase)
        }
      }
      return line.string[..<mark.lowerBound] + words.joined(separator: ", ")
    }
  }

  /// What was found, in words; nil where nothing was.
  var found: String? {
    let words = Severity.allCases.reversed().filter { $0 != .info }.compactMap { severity -> String? in
      let number = count(severity)
      return number == 0 ? nil : ReportText.count(number, severity.rawValue)
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension String {
  /// Where another string stands first.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    firstRange(of: other)
  }
}
