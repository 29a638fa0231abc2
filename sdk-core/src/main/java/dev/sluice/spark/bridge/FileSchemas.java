package dev.sluice.spark.bridge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.Footer;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import org.apache.spark.sql.execution.datasources.orc.OrcFileFormat;
import org.apache.spark.sql.execution.datasources.orc.OrcUtils;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads the schemas of Parquet and ORC files from their footers. All files that one job of Spark
 * wrote have the job's id in their names and one schema, so one footer for each job is enough. No
 * job is started.
 */
public final class FileSchemas {

  /** Spark names a file by its task, then by its job: {@code part-00000-UUID-c000.parquet}. */
  private static final Pattern JOB =
      Pattern.compile("part-\\d+-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\b.*");

  /** Footers are small: the time goes into waiting for a store. */
  private static final int THREADS = 16;

  private FileSchemas() {}

  /**
   * The schemas of files, one for each job that wrote some.
   *
   * @param files what Spark has loaded by a format's name
   * @return the schemas, in the order of the listing; none if one job wrote all files, or if the
   *     format is neither Parquet nor ORC
   * @throws IOException if a footer cannot be read, unless the session ignores corrupt files
   */
  public static List<FileSchema> of(Dataset<Row> files) throws IOException {
    List<FileSchema> schemas = new ArrayList<>();
    for (HadoopFsRelation relation : FileRelations.of(files).toList()) {
      if (relation.location() instanceof PartitioningAwareFileIndex index) {
        schemas.addAll(new Footers(relation).read(oneOfEachJob(index)));
      }
    }
    return schemas;
  }

  private static List<FileStatus> oneOfEachJob(PartitioningAwareFileIndex index) {
    Map<String, FileStatus> jobs = new LinkedHashMap<>();
    for (FileStatus file : CollectionConverters.asJava(index.allFiles())) {
      String name = file.getPath().getName();
      // Spark lists summaries of Parquet too, and reads no file of 0 bytes
      if (file.getLen() > 0 && !name.startsWith("_")) {
        Matcher job = JOB.matcher(name);
        jobs.putIfAbsent(job.matches() ? job.group(1) : file.getPath().toString(), file);
      }
    }
    return jobs.size() > 1 ? List.copyOf(jobs.values()) : List.of();
  }

  /** How the footers of a relation's files are read. */
  private static final class Footers {

    private final FileFormat format;
    private final Configuration hadoop;
    private final SQLConf settings;

    Footers(HadoopFsRelation relation) {
      var session = (org.apache.spark.sql.classic.SparkSession) relation.sparkSession();
      this.format = relation.fileFormat();
      this.hadoop = session.sessionState().newHadoopConfWithOptions(relation.options());
      this.settings = session.sessionState().conf();
    }

    List<FileSchema> read(List<FileStatus> files) throws IOException {
      if (files.isEmpty()
          || !(format instanceof ParquetFileFormat || format instanceof OrcFileFormat)) {
        return List.of();
      }
      ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, files.size()));
      try {
        List<Future<Optional<FileSchema>>> footers = new ArrayList<>();
        for (FileStatus file : files) {
          footers.add(threads.submit(() -> read(file)));
        }
        List<FileSchema> schemas = new ArrayList<>();
        for (Future<Optional<FileSchema>> footer : footers) {
          footer.get().ifPresent(schemas::add);
        }
        return schemas;
      } catch (ExecutionException e) {
        throw new IOException(e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while footers were read", e);
      } finally {
        threads.shutdownNow();
      }
    }

    private Optional<FileSchema> read(FileStatus file) throws IOException {
      try {
        Optional<StructType> columns =
            format instanceof OrcFileFormat ? orc(file) : Optional.of(parquet(file));
        return columns.map(c -> new FileSchema(file.getPath().toString(), c.asNullable()));
      } catch (IOException | RuntimeException e) {
        if (settings.ignoreCorruptFiles()) {
          return Optional.empty();
        }
        throw new IOException("%s: %s".formatted(file.getPath(), e.getMessage()), e);
      }
    }

    private StructType parquet(FileStatus file) throws IOException {
      ParquetReadOptions columnsAlone =
          HadoopReadOptions.builder(hadoop)
              .withMetadataFilter(ParquetMetadataConverter.SKIP_ROW_GROUPS)
              .build();
      try (ParquetFileReader reader =
          ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop), columnsAlone)) {
        return ParquetFileFormat.readSchemaFromFooter(
            new Footer(file.getPath(), reader.getFooter()),
            new ParquetToSparkSchemaConverter(settings));
      }
    }

    /** By ORC's own reader: Spark's way to a footer has another signature in each version. */
    private Optional<StructType> orc(FileStatus file) throws IOException {
      OrcFile.ReaderOptions options =
          OrcFile.readerOptions(hadoop).filesystem(file.getPath().getFileSystem(hadoop));
      try (Reader reader = OrcFile.createReader(file.getPath(), options)) {
        return Optional.of(reader.getSchema())
            .filter(columns -> !columns.getFieldNames().isEmpty())
            .map(OrcUtils::toCatalystSchema);
      }
    }
  }
}
