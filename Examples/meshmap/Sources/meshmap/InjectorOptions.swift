import ArgumentParser
import MeshMapping

/// The options that describe the injector of a control plane.
struct InjectorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Virtual probes where a Pod does not say; left out: the release's default.", valueName: "enabled|disabled"),
    transform: ArgumentReading.onOrOff
  )
  var virtualProbes: InjectorSettings.Switch?

  @Option(
    help: ArgumentHelp("The port of virtual probes where a Pod does not say.", valueName: "port"),
    transform: ArgumentReading.port)
  var virtualProbesPort: UInt16 = 9000

  @Option(help: ArgumentHelp("The port of the proxy of probes where a Pod does not say; 0 for none.", valueName: "port"))
  var applicationProbeProxyPort: UInt16 = 9001

  @Option(
    help: ArgumentHelp(
      "Whether the sidecar is an init container, from Kubernetes 1.29 on; left out: the release's default.",
      valueName: "enabled|disabled"
    ),
    transform: ArgumentReading.onOrOff
  )
  var sidecarContainers: InjectorSettings.Switch?

  @Option(
    help: ArgumentHelp("ContainerPatches that every Pod gets.", valueName: "a,b"), transform: ArgumentReading.list)
  var containerPatches: [String]?

  @Option(help: ArgumentHelp("The user that the sidecar runs as.", valueName: "uid"))
  var sidecarUid: Int64 = 5678

  @Option(
    help: ArgumentHelp("The port of Envoy's administration where a Pod does not say, from 1.5 on.", valueName: "port"))
  var adminPort: UInt16 = 9901

  @Option(help: ArgumentHelp("The port that incoming traffic is redirected to.", valueName: "port"))
  var redirectPortInbound: UInt16 = 15006

  @Option(
    help: ArgumentHelp(
      "The port that incoming IPv6 traffic is redirected to, before 2.9; left out: the release's default.", valueName: "port"
    ))
  var redirectPortInboundV6: UInt16?

  @Option(help: ArgumentHelp("The port that outgoing traffic is redirected to.", valueName: "port"))
  var redirectPortOutbound: UInt16 = 15001

  @Option(
    help: ArgumentHelp("The IP families that are redirected where a Pod does not say.", valueName: "dualstack|ipv4"),
    transform: ArgumentReading.ipFamilyMode
  )
  var ipFamilyMode = InjectorSettings.IPFamilyMode.dualStack

  @Option(
    help: ArgumentHelp(
      "The ConfigMap of transparent proxying; where the input has none, it is taken to hold the defaults.",
      valueName: "name"))
  var transparentProxyConfigMap = ""

  /// How the injector is set up by these options.
  var settings: InjectorSettings {
    InjectorSettings(
      virtualProbes: virtualProbes,
      virtualProbesPort: Int(virtualProbesPort),
      probeProxyPort: Int(applicationProbeProxyPort),
      nativeSidecars: sidecarContainers,
      containerPatches: containerPatches ?? [],
      adminPort: Int(adminPort),
      redirectPortInbound: Int(redirectPortInbound),
      redirectPortInboundV6: redirectPortInboundV6.map { Int($0) },
      redirectPortOutbound: Int(redirectPortOutbound),
      ipFamilyMode: ipFamilyMode,
      transparentProxyConfigMap: transparentProxyConfigMap
    )
  }
}
