import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.components.impl.JCasFactoryImpl;
import de.unihd.dbs.heideltime.standalone.components.impl.StandaloneConfigContext;
import de.unihd.dbs.heideltime.standalone.components.impl.UimaContextImpl;
import de.unihd.dbs.uima.annotator.alllanguagestokenizer.AllLanguagesTokenizer;
import de.unihd.dbs.uima.annotator.heideltime.HeidelTime;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import de.unihd.dbs.uima.annotator.stanfordtagger.StanfordPOSTaggerWrapper;
import de.unihd.dbs.uima.types.heideltime.Dct;
import de.unihd.dbs.uima.types.heideltime.Timex3;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_component.JCasAnnotator_ImplBase;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.XMLInputSource;

/**
 * HeidelTime's Arabic tagger in one process: annotators are made once and kept, which its own command line and its Python wrapper
 * do not do. Dated reports are read as news, undated ones as narratives, as its manual asks.
 *
 * java HeidelTimePeer INPUT.tsv (name, day, base64 of the text) SECONDS CONFIG.props [ARABIC_TAGGER]
 */
public final class HeidelTimePeer {
  record Report(String doc, String published, String text) {}

  private final JCasFactoryImpl cases;
  private final JCasAnnotator_ImplBase tokenizer;
  private final HeidelTime news;
  private final HeidelTime narratives;

  private HeidelTimePeer(String taggerModel) throws Exception {
    news = heidelTime(DocumentType.NEWS);
    narratives = heidelTime(DocumentType.NARRATIVES);
    XMLInputSource types = new XMLInputSource(getClass().getClassLoader().getResource("desc/type/HeidelTime_TypeSystem.xml"));
    cases = new JCasFactoryImpl(new TypeSystemDescription[] {UIMAFramework.getXMLParser().parseTypeSystemDescription(types)});
    tokenizer = taggerModel == null ? new AllLanguagesTokenizer() : stanford(taggerModel);
  }

  private static HeidelTime heidelTime(DocumentType type) throws Exception {
    HeidelTime annotator = new HeidelTime();
    annotator.initialize(new UimaContextImpl(Language.ARABIC, type, false));
    return annotator;
  }

  private static JCasAnnotator_ImplBase stanford(String model) throws Exception {
    StandaloneConfigContext context = new StandaloneConfigContext();
    context.setConfigParameterValue(StanfordPOSTaggerWrapper.PARAM_MODEL_PATH, model);
    context.setConfigParameterValue(StanfordPOSTaggerWrapper.PARAM_ANNOTATE_TOKENS, true);
    context.setConfigParameterValue(StanfordPOSTaggerWrapper.PARAM_ANNOTATE_SENTENCES, true);
    context.setConfigParameterValue(StanfordPOSTaggerWrapper.PARAM_ANNOTATE_PARTOFSPEECH, true);
    StanfordPOSTaggerWrapper tagger = new StanfordPOSTaggerWrapper();
    tagger.initialize(context);
    return tagger;
  }

  private JCas read(Report report) throws Exception {
    JCas jcas = cases.createJCas();
    jcas.setDocumentText(report.text);
    boolean dated = !report.published.isEmpty();
    if (dated) {
      Dct dct = new Dct(jcas);
      dct.setValue(report.published.replace('-', '.') + "T00:00");
      dct.addToIndexes();
    }
    tokenizer.process(jcas);
    (dated ? news : narratives).process(jcas);
    return jcas;
  }

  public static void main(String[] words) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    Logger.getLogger("").setLevel(Level.OFF);
    HeidelTimeStandalone.readConfigFile(words[2]);
    HeidelTimePeer peer = new HeidelTimePeer(words.length > 3 ? words[3] : null);
    List<Report> reports = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(words[0]))) {
      String[] cells = line.split("\t", 3);
      reports.add(new Report(cells[0], cells[1], new String(Base64.getDecoder().decode(cells[2]), StandardCharsets.UTF_8)));
    }
    peer.measure(reports, Double.parseDouble(words[1]), words.length > 3 ? "HeidelTime + Stanford tagger" : "HeidelTime", out);
  }

  /** Warm-up for about `seconds` of CPU time (one pass at least), then passes for about `seconds`; the best counts. */
  private void measure(List<Report> reports, double seconds, String name, PrintStream out) throws Exception {
    double until = cpuSeconds() + seconds;
    do pass(reports); while (cpuSeconds() < until);
    List<Double> taken = new ArrayList<>();
    until = cpuSeconds() + seconds;
    do taken.add(pass(reports)); while (cpuSeconds() < until);
    double best = Collections.min(taken);
    List<String> mentions = new ArrayList<>();
    for (Report report : reports) addMentions(mentions, report);
    out.printf(Locale.ROOT, "{\"name\":\"%s\",\"version\":\"2.2.1\",\"reportsPerSecond\":%f,\"passes\":%d,\"peakMb\":%f,\"mentions\":[%s]}%n",
        name, reports.size() / best, taken.size(), peakMegabytes(), String.join(",", mentions));
  }

  private double pass(List<Report> reports) throws Exception {
    double start = cpuSeconds();
    for (Report report : reports) read(report);
    return cpuSeconds() - start;
  }

  private void addMentions(List<String> mentions, Report report) throws Exception {
    for (FSIterator<?> found = read(report).getAnnotationIndex(Timex3.type).iterator(); found.hasNext(); ) {
      Timex3 time = (Timex3) found.next();
      mentions.add(String.format(Locale.ROOT, "{\"doc\":\"%s\",\"kind\":\"time\",\"start\":%d,\"end\":%d,\"value\":\"%s\"}",
          report.doc, time.getBegin(), time.getEnd(), time.getTimexValue()));
    }
  }

  /** CPU time of the whole process: the compiler's and the collector's threads count too, as they do for the others. */
  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
  }

  private static double peakMegabytes() throws Exception {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return Runtime.getRuntime().totalMemory() / 1048576.0;
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM")) return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
    }
    return 0;
  }
}
