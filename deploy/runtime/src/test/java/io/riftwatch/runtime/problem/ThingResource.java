package io.riftwatch.runtime.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** A resource that fails in every way a resource can. */
@Path("/api/v1/things")
public class ThingResource {

  record Thing(@NotBlank String name) {}

  @POST
  public Thing make(@Valid Thing thing) {
    return thing;
  }

  @GET
  public List<String> list(
      @QueryParam("q") String words, @QueryParam("limit") @DefaultValue("5") int limit) {
    return List.of();
  }

  @GET
  @Path("{id}")
  public Thing find(@PathParam("id") String id) {
    if (id.equals("bug")) {
      throw new IllegalStateException("the secret of the house");
    }
    throw new NotFoundException("no thing has the id " + id);
  }
}
