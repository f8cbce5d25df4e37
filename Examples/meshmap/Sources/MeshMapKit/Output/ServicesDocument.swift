package import KubernetesJSON
package import KubernetesObjects
package import MeshDiagnostics
import MeshMapping

/// What `services` prints.
package struct ServicesDocument: JSONWritable {
  let rules: RulesInUse
  let overview: ServiceOverview
  /// What the answer rests on.
  let grounds: Grounds

  /// The services that have to do with the Pods that the filters leave, and what should be one.
  package init(
    under rules: RulesInUse,
    _ overview: ServiceOverview,
    restingOn grounds: Grounds,
    in namespace: String?,
    where isChosen: (ObjectName) -> Bool
  ) {
    self.rules = rules
    self.grounds = grounds
    let isInNamespace = { (name: ObjectName) in namespace.map { ExactString($0) == ExactString(name.namespace) } ?? true }
    self.overview = ServiceOverview(
      services: overview.services.filter { $0.endpoints.contains { isChosen($0.pod) } },
      strayServices: overview.strayServices.filter { isInNamespace($0.service) },
      strayEntries: overview.strayEntries.filter { isChosen($0.pod) }
    )
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      rules.writeMembers(to: &object)
      overview.writeMembers(to: &object)
      grounds.writeMembers(to: &object)
    }
  }
}

/// The text of `services`: by mesh, a line for each service; what should be one last, since it is asked for seldom.
package struct ServicesText {
  private let style: Style
  private let layout: TextLayout

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  package func table(_ document: ServicesDocument) -> String {
    let overview = document.overview
    var lines: [String] = []
    for mesh in Set(overview.services.map { ExactString($0.mesh) }).sorted() {
      let services = overview.services.filter { ExactString($0.mesh) == mesh }
      lines.append(style.strong("mesh \(mesh.string.printedSafely)"))
      let widths = (
        name: min(services.map { $0.name.printedSafely.count }.max() ?? 0, 48),
        protocols: min(services.map { protocols($0).plain.count }.max() ?? 0, 24)
      )
      // What is ambiguous is what somebody has to look at.
      lines += (services.filter(\.isAmbiguous) + services.filter { !$0.isAmbiguous }).flatMap { serviceLines($0, widths) }
    }
    lines += strayLines(overview)
    let count = ReportText.count(overview.services.count, "service")
    let strays = overview.strayServices.count { !$0.isElsewhere } + overview.strayEntries.count
    let more = strays == 0 ? "" : "; \(strays) \(strays == 1 ? "leads" : "lead") nowhere"
    lines.append(style.faint("\(count) under \(document.rules.phrase)\(more)"))
    lines += document.grounds.lines + document.rules.lines(style)
    return layout.text(of: lines)
  }

  private func serviceLines(_ service: MeshService, _ widths: (name: Int, protocols: Int)) -> [String] {
    let name = service.name.printedSafely
    let said = protocols(service)
    let ports = service.ports.map { "\($0)" }.joined(separator: ", ")
    let place = ports.isEmpty ? "gateway" : ports == "\(Dataplane.reservedPort)" ? "no port" : "port \(ports)"
    let rest = "\(place)  \(pods(service))"
    func row(_ width: (name: Int, protocols: Int)) -> (text: String, columns: Int) {
      let first = "\(name)\(Self.padding(name.count, to: width.name))  "
      let second = Self.padding(said.plain.count, to: width.protocols)
      return (first + said.shown + second + "  " + rest, (first + said.plain + second).count + 2 + rest.count)
    }
    let sign = service.isAmbiguous ? "\(style.notable("!")) " : "  "
    let room = layout.width.map { $0 - 2 } ?? .max
    // What does not fit in a row is two: the name, and what there is to say of it.
    let rows = [row(widths), row((widths.name, 0))]
    let lines =
      rows.first { $0.columns <= room }.map { ["\(sign)\($0.text)"] } ?? ["\(sign)\(name)", "      \(said.shown)  \(rest)"]
    // What the name says already is not said again.
    let isPlain =
      service.sources.count == 1 && service.sources.allSatisfy { if case .servicePort = $0 { true } else { false } }
    let ambiguity = service.isAmbiguous ? ["ambiguous: whoever asks for one may reach another"] : []
    let sources = isPlain ? [] : [service.sources.map(\.phrase).joined(separator: "; ")]
    return lines + (ambiguity + sources).map { "      \(style.faint($0))" }
  }

  private static func padding(_ count: Int, to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) }

  /// The protocol, and why it is that one: as it is, and as it is shown.
  private func protocols(_ service: MeshService) -> (plain: String, shown: String) {
    let said = service.protocols.map { said in
      let why =
        switch said.origin {
        case .defaultValue: "by default"
        case .appProtocol: "by appProtocol"
        case .serviceAnnotation: "by annotation"
        default: "by \(said.origin.phrase)"
        }
      return (name: said.name.printedSafely, why: why)
    }
    guard !said.isEmpty else { return ("no protocol", "no protocol") }
    return (
      said.map { "\($0.name) \($0.why)" }.joined(separator: " or "),
      said.map { "\($0.name) \(style.faint($0.why))" }.joined(separator: " or ")
    )
  }

  private func pods(_ service: MeshService) -> String {
    let known = service.endpoints.filter { $0.state != nil }
    let planned = service.endpoints.filter { $0.state == nil }
    var parts: [String] = []
    if !known.isEmpty {
      let unready = known.count { $0.state != .ready }
      parts.append(ReportText.count(known.count, "Pod") + (unready == 0 ? "" : ", \(unready) not ready"))
    }
    if !planned.isEmpty {
      let number = planned.reduce(0) { $0 + ($1.count.number ?? 1) }
      parts.append("\(ReportText.count(number, "Pod")) to come")
    }
    return parts.joined(separator: ", ")
  }

  private func strayLines(_ overview: ServiceOverview) -> [String] {
    var lines: [String] = []
    let strays = overview.strayServices.filter { !$0.isElsewhere }
    if !strays.isEmpty {
      lines.append(style.strong("Services that lead to no Pod in a mesh"))
      lines += strays.map { "\(style.notable("!")) \($0.service.description.printedSafely) \($0.reason.phrase)" }
    }
    lines += elsewhereLines(overview.strayServices.filter(\.isElsewhere))
    if !overview.strayEntries.isEmpty {
      lines.append(style.strong("Entries of annotations that name no service"))
      lines += overview.strayEntries.map { entry in
        let hint = entry.nearest.map { "; did you mean \($0.printedSafely)?" } ?? ""
        return
          "\(style.notable("!")) \(entry.pod.description.printedSafely) \(entry.annotation): \(entry.entry.quotedSafely)\(hint)"
      }
    }
    return lines
  }
}

extension ServicesText {
  /// How many names are told of Services that lead nowhere and are not to be looked at.
  private static let namedServices = 3

  /// The Services that are about Pods in no mesh, or left out on purpose, a line for each reason.
  private func elsewhereLines(_ services: [StrayService]) -> [String] {
    var groups: [(one: String, several: String, names: [ObjectName])] = []
    for service in services where !service.isToCome {
      let (one, several) =
        switch service.reason {
        case .podsOutsideMesh: ("selects only Pods that are in no mesh", "select only Pods that are in no mesh")
        case .ignored:
          ("is left out by its annotation \(KumaKey.ignore)", "are left out by their annotation \(KumaKey.ignore)")
        default: ("is an alias of a name outside the cluster", "are aliases of names outside the cluster")
        }
      if let index = groups.firstIndex(where: { $0.one == one }) {
        groups[index].names.append(service.service)
      } else {
        groups.append((one, several, [service.service]))
      }
    }
    let toCome = services.filter(\.isToCome).map { service in
      style.faint("\(service.service.description.printedSafely) \(service.reason.phrase)")
    }
    return toCome
      + groups.map { one, several, names in
        let some = names.prefix(Self.namedServices).map(\.description.printedSafely).joined(separator: ", ")
        let more = names.count > Self.namedServices ? " and \(names.count - Self.namedServices) more" : ""
        let phrase = names.count == 1 ? "1 Service \(one)" : "\(names.count) Services \(several)"
        return style.faint("\(phrase): \(some)\(more)")
      }
  }
}

extension StrayService {
  /// Whether the Service is about Pods that are in no mesh or not there yet, or left out on purpose, which is nothing to look at.
  fileprivate var isElsewhere: Bool {
    switch reason {
    case .podsOutsideMesh, .ignored, .externalName, .labelUnknown: true
    default: false
    }
  }
  /// Whether it may lead to Pods that are not there yet.
  fileprivate var isToCome: Bool { if case .labelUnknown = reason { true } else { false } }
}
