import KubernetesObjects
import KubernetesYAML

extension ProxyConfiguration {
  /// The key of a ConfigMap under which the configuration stands.
  public static let dataKey = "config.yaml"

  /// What a ConfigMap holds: YAML, read as Kuma reads it. It is missing where there is none, or where a field is not of its form: Kuma reads
  /// all of the configuration or nothing.
  ///
  /// - Parameter yaml: The value of ``dataKey``; nil where there is none.
  /// - Complexity: O(*n*) in the length of the value.
  public init(yaml: String?) {
    self = .missing
    guard let yaml, !yaml.isEmpty else { return }
    let document: YAMLDocument
    do throws(YAMLError) {
      document = try YAMLDocument(firstOf: yaml)
    } catch {
      return
    }
    var contents = Contents()
    if !document.isEmpty, !contents.read(document.root, as: .configuration) { return }
    self = .found(contents)
  }
}

extension ProxyConfiguration.Contents {
  /// What a field of the configuration holds.
  fileprivate enum Form: Sendable {
    case truth
    case string
    case strings
    case natural
    case port
    case ports
    case anything
    case familyMode
    case inboundPort
    case inboundRedirection
    case fields([String: Form])

    private static let flow: [String: Form] = [
      "enabled": .truth, "port": .port, "includePorts": .ports, "excludePorts": .ports, "excludePortsForUIDs": .strings,
      "excludePortsForIPs": .strings, "insertRedirectInsteadOfAppend": .truth,
    ]

    /// The whole of it. What Kuma has a reading of its own for and the mapping needs nothing of may be anything.
    static let configuration = Form.fields([
      "kumaDPUser": .string, "dropInvalidPackets": .truth, "verbose": .truth, "dryRun": .truth, "wait": .natural,
      "waitInterval": .natural, "storeFirewalld": .truth, "cniMode": .truth, "ipFamilyMode": .familyMode,
      "iptablesExecutables": .anything, "log": .fields(["enabled": .truth, "level": .natural]),
      "comments": .fields(["disabled": .truth]),
      "retry": .fields(["maxRetries": .natural, "sleepBetweenRetries": .anything]),
      "ebpf": .fields([
        "enabled": .truth, "instanceIP": .string, "instanceIPEnvVarName": .string, "bpffsPath": .string,
        "cgroupPath": .string, "programsSourcePath": .string, "tcAttachIface": .string,
      ]),
      "redirect": .fields([
        "inbound": .fields(flow.merging(["enabled": .inboundRedirection, "port": .inboundPort]) { $1 }),
        "outbound": .fields(flow), "vnet": .fields(["networks": .strings]),
        "dns": .fields([
          "enabled": .truth, "port": .port, "captureAll": .truth, "skipConntrackZoneSplit": .truth,
          "resolvConfigPath": .string,
        ]),
      ]),
    ])
  }

  /// Reads a value.
  ///
  /// - Returns: Whether it is of its form.
  fileprivate mutating func read(_ value: YAMLNode, as form: Form) -> Bool {
    switch form {
    case .fields(let forms): return value.isNull || read(value, with: forms)
    case .anything: return value.isRepresentableInJSON
    case .truth: return value.isNull || value.truth != nil
    case .string: return value.isNull || value.scalar?.stringForm != nil
    case .strings: return value.isNull || value.kind == .sequence && value.elements.allSatisfy { $0.scalar != nil }
    case .natural: return value.isNull || value.natural != nil
    case .port: return value.port != nil
    case .ports: return value.arePorts
    case .familyMode:
      guard let mode = value.familyMode else { return false }
      ipFamilyMode = mode
    case .inboundPort:
      guard let port = value.port else { return false }
      inboundPort = port
    case .inboundRedirection:
      guard !value.isNull else { return true }
      guard let isOn = value.truth else { return false }
      inboundRedirection = isOn ? .enabled : .disabled
    }
    return true
  }

  /// Reads the fields of a mapping; those that are not known do not count.
  private mutating func read(_ value: YAMLNode, with forms: [String: Form]) -> Bool {
    guard let fields = value.sortedFields else { return false }
    for (key, value) in fields {
      let form = forms.first { key.isField($0.key.lowercased()) }?.value ?? .anything
      guard read(value, as: form) else { return false }
    }
    return true
  }
}

extension YAMLNode {
  fileprivate var truth: Bool? { if case .bool(let value) = scalar { value } else { nil } }

  /// A number from 0 on.
  fileprivate var natural: Int64? {
    guard case .integer(let number) = scalar, number >= 0 else { return nil }
    return number
  }

  /// A port, which is written without quotes.
  fileprivate var port: Int? {
    guard let number = natural, (1...Int64(UInt16.max)).contains(number) else { return nil }
    return Int(number)
  }

  /// Whether this is a list of ports, or ports with commas between them.
  fileprivate var arePorts: Bool {
    let pieces = kind == .sequence ? elements.compactMap(\.scalar?.stringForm) : [scalar?.stringForm ?? "null"]
    return pieces.joined(separator: ",").utf8.split(separator: UInt8(ascii: ",")).allSatisfy { piece in
      let port = UnsignedDecimal.parse(Substring(piece).trimmedOfSpaces)
      return port.map { (1...Int(UInt16.max)).contains($0) } ?? Substring(piece).trimmedOfSpaces.isEmpty
    }
  }

  /// The IP family mode as it is written; an empty one is that for both.
  fileprivate var familyMode: String? {
    if isNull { return "dualstack" }
    guard case .string(let mode) = scalar else { return nil }
    if mode.string.isEmpty { return "dualstack" }
    return ["dualstack", "ipv4"].contains(mode.string.lowercased()) ? mode.string : nil
  }
}

extension Substring {
  fileprivate var trimmedOfSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
