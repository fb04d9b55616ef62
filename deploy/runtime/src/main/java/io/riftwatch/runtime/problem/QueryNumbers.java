package io.riftwatch.runtime.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;

/** Answers 400 for a query parameter that is no number, where JAX-RS answers 404. */
@Provider
public class QueryNumbers implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    if (type != int.class && type != Integer.class) {
      return null;
    }
    return (ParamConverter<T>)
        Arrays.stream(annotations)
            .filter(QueryParam.class::isInstance)
            .map(QueryParam.class::cast)
            .findFirst()
            .map(parameter -> new WholeNumber(parameter.value()))
            .orElse(null);
  }

  private record WholeNumber(String parameter) implements ParamConverter<Integer> {

    @Override
    public Integer fromString(String value) {
      try {
        return Integer.valueOf(value);
      } catch (NumberFormatException e) {
        throw Problem.ofField(
                parameter, "must be a whole number of at most 2147483647, not " + value)
            .asException();
      }
    }

    @Override
    public String toString(Integer value) {
      return value.toString();
    }
  }
}
