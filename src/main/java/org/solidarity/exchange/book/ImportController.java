package org.solidarity.exchange.book;

import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ImportController {

	private final ImportBook imports;

	ImportController(ImportBook imports) {
		this.imports = imports;
	}

	@QueryMapping
	Connection<Import> imports(Viewer viewer, PageRequest page) {
		return this.imports.list(viewer, page);
	}

}
