package import KubernetesObjects
import KubernetesYAML
package import MeshMapping

/// The control plane that the input shows: its release, by its image or those of the sidecars, and its settings.
package struct DetectedControlPlane: Sendable {
  /// A control plane among the objects.
  private struct Running: Sendable {
    let object: ObjectReference
    let container: ControlPlaneContainer
  }

  private var running: [ObjectReference: Running] = [:]
  private var configurations: [ObjectReference: String] = [:]
  private var configMaps: [ObjectName: String?] = [:]
  private var sidecars: [ExactString: Int] = [:]

  package init() {}

  /// Adds what an object shows.
  mutating func add(_ sighting: ControlPlaneSighting, of object: ObjectReference) {
    switch sighting {
    case .controlPlane(let container): running[object] = Running(object: object, container: container)
    case .configuration(let yaml):
      configurations[object] = yaml.string
      configMaps[object.objectName] = .some(yaml.string)
    case .configMap(let yaml): configMaps[object.objectName] = .some(yaml?.string)
    case .sidecar(let image): sidecars[image, default: 0] += 1
    }
  }

  /// What runs, where the input shows it: Deployments before the Pods that they make.
  private var shown: [Running] {
    let all = running.values.sorted { $0.object.objectName < $1.object.objectName }
    let deployments = all.filter { $0.object.kind == "Deployment" }
    return deployments.isEmpty ? all : deployments
  }

  /// Whether the input shows what runs.
  package var isShown: Bool { !running.isEmpty }
}

// MARK: - Transparent proxying

extension DetectedControlPlane {
  /// What the input shows of a ConfigMap of transparent proxying; nothing where it has no ConfigMap of that namespace.
  package func proxyConfiguration(named name: String, in namespace: String) -> ProxyConfiguration {
    if let yaml = configMaps[ObjectName(namespace: namespace, name: name)] { return ProxyConfiguration(yaml: yaml) }
    let isAnyThere = configMaps.keys.contains { ExactString($0.namespace) == ExactString(namespace) }
    return isAnyThere ? .missing : .unknown
  }

  /// Whether the input holds a ConfigMap.
  package func hasConfigMap(named name: String, in namespace: String) -> Bool {
    configMaps[ObjectName(namespace: namespace, name: name)] != nil
  }
}

// MARK: - The release

extension DetectedControlPlane {
  /// A release that the input shows, and what shows it.
  package struct Sighting: Sendable {
    package let release: KumaRelease
    /// What shows it, as the beginning of a sentence, safe to print.
    package let witness: String
  }

  /// Why no release can be told.
  package struct Doubt: Error, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// The release that the input shows.
  package func sighting() throws(Doubt) -> Sighting? {
    if !shown.isEmpty {
      let names = shown.map(\.object.description)
      let witness = names.count == 1 ? "\(names[0]) of the input runs" : "the control planes of the input run"
      return try sighting(
        of: Dictionary(grouping: shown, by: { ExactString($0.container.image) }).mapValues(\.count), witness)
    }
    guard !sidecars.isEmpty else { return nil }
    let count = sidecars.values.reduce(0, +)
    return try sighting(of: sidecars, count == 1 ? "the sidecar of the input is of" : "the sidecars of the input are of")
  }

  private func sighting(of images: [ExactString: Int], _ witness: String) throws(Doubt) -> Sighting {
    var tags: [ExactString: Int] = [:]
    for (image, count) in images {
      let tag = ImageTag.tag(of: image.string)
      guard tag != nil || !ImageTag.isByDigest(image.string) else {
        throw Doubt(description: "\(witness) an image that is named by its digest alone; name the release with --release")
      }
      tags[ExactString(tag ?? "latest"), default: 0] += count
    }
    guard tags.count == 1, let tag = tags.keys.first else {
      let list = tags.sorted { $0.key.string.utf8.lexicographicallyPrecedes($1.key.string.utf8) }
        .map { "\($0.key.string.printedSafely) (\($0.value))" }
      throw Doubt(description: "\(witness) several releases: \(list.joined(separator: ", ")); name one with --release")
    }
    guard tag.string.utf8.count(where: { $0 == UInt8(ascii: ".") }) != 1 || (try? KumaRelease(parsing: tag.string)) == nil
    else {
      let problem = "an image with the tag \(tag.string.printedSafely), which any release of that line may have"
      throw Doubt(description: "\(witness) \(problem); name it with --release")
    }
    do throws(KumaReleaseError) {
      return Sighting(release: try KumaRelease(parsing: tag.string), witness: witness)
    } catch {
      throw Doubt(description: "\(witness) an image whose tag names no release: \(error.description)")
    }
  }
}

// MARK: - The settings

extension DetectedControlPlane {
  /// A setting: the long name of its option, and the value, which is `true` for flags.
  package struct Setting: Sendable, Hashable {
    @ByteExact package var option: String
    @ByteExact package var value: String
    /// Whether the option is a flag.
    package let isFlag: Bool
  }

  /// The settings that the control plane's environment and configuration say; the environment holds over the configuration.
  ///
  /// - Parameter given: The options that somebody gave, of which it does not matter what the control plane has.
  /// - Throws: Why one of them cannot be told.
  package func settings(besides given: Set<String>) throws(Doubt) -> [Setting] {
    guard let running = shown.first else { return [] }
    let (object, container) = (running.object, running.container)
    let configuration = try configuration(of: running)
    if let mode = container.environment["KUMA_MODE"] ?? configuration.flatMap({ $0["mode"]?.string }), mode == "global" {
      throw Doubt(
        description: "\(object) of the input runs as a global control plane, which has no Pods; take a zone's objects")
    }
    var settings: [Setting] = []
    for setting in DetectedSetting.all where !given.contains(setting.option) {
      if let place = container.unknown[setting.variable] {
        throw Doubt(
          description:
            "\(object) of the input takes \(setting.variable) from \(place), which is not read; give --\(setting.option)")
      }
      var value = container.environment[setting.variable].flatMap(setting.value(ofVariable:))
      if value == nil { value = configuration.flatMap(setting.value(in:)) }
      if value == nil, setting.option == "system-namespace" { value = object.namespace }
      if let value { settings.append(Setting(option: setting.option, value: value, isFlag: setting.form == .flag)) }
    }
    return settings
  }

  /// The ConfigMap that the control plane reads its configuration from, where it is not in the input; nil where it is, or none is read.
  package var missingConfiguration: ObjectReference? {
    guard let running = shown.first, let map = running.container.configMap else { return nil }
    let name = ObjectName(namespace: running.object.namespace, name: map)
    return configMaps[name] == nil ? ObjectReference(document: "ConfigMap \(name) of the control plane", .missing) : nil
  }

  /// What is said of that; nil where nothing is missing.
  package var wordsForMissingConfiguration: String? {
    guard let running = shown.first, missingConfiguration != nil, let map = running.container.configMap else { return nil }
    let name = ObjectName(namespace: running.object.namespace, name: map)
    let phrase = "reads ConfigMap \("\(name)".printedSafely), which is not in the input, so that what it sets is unknown"
    return "\(running.object) of the input \(phrase); add configmaps to it"
  }

  /// What shows the settings, for messages.
  package var settingsWitness: String { shown.first.map { "\($0.object) of the input" } ?? "the input" }

  /// The configuration that a control plane reads; nil where it reads none, or an empty one.
  private func configuration(of running: Running) throws(Doubt) -> YAMLNode? {
    let namespace = running.object.namespace
    var found = configurations.filter { $0.key.namespace == namespace }.min { $0.key < $1.key }
      .map { (name: $0.key.objectName, yaml: Optional($0.value)) }
    if let map = running.container.configMap {
      let name = ObjectName(namespace: namespace, name: map)
      // Of the ConfigMap of Kuma's chart, which a dump need not hold, nearly every installation leaves the contents empty.
      guard let yaml = configMaps[name] else { return nil }
      found = (name, yaml)
    }
    guard let found, let yaml = found.yaml else { return nil }
    do throws(YAMLError) {
      return try YAMLDocument.documents(in: yaml.utf8).first { !$0.isEmpty }?.root
    } catch {
      let place = "ConfigMap \("\(found.name)".printedSafely) of the input"
      throw Doubt(
        description: "\(place) holds a config.yaml that is not YAML at \(error); mend it, or name the release with --release"
      )
    }
  }
}
