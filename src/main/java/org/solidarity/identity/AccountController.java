package org.solidarity.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AccountController {

	private final Accounts accounts;

	private final SignIns signIns;

	AccountController(Accounts accounts, SignIns signIns) {
		this.accounts = accounts;
		this.signIns = signIns;
	}

	@QueryMapping
	Viewer viewer(Viewer viewer) {
		return viewer;
	}

	@SchemaMapping(typeName = "Viewer")
	List<Permission> permissions(Viewer viewer) {
		return viewer.permissions().stream().sorted().toList();
	}

	@SchemaMapping(typeName = "Viewer")
	@Nullable Account account(Viewer viewer) {
		return this.accounts.nodes(viewer, List.of(viewer.id())).get(viewer.id());
	}

	@QueryMapping
	Connection<Account> accounts(Viewer viewer, PageRequest page) {
		return this.accounts.list(viewer, page);
	}

	@MutationMapping
	CreateAccount.Payload createAccount(Viewer viewer, @Argument CreateAccount.Input input) {
		return new CreateAccount.Payload(this.accounts.create(viewer, input));
	}

	@MutationMapping
	ChangeAccountRole.Payload changeAccountRole(Viewer viewer, @Argument ChangeAccountRole.Input input) {
		return new ChangeAccountRole.Payload(this.accounts.changeRole(viewer, input));
	}

	@MutationMapping
	DisableAccount.Payload disableAccount(Viewer viewer, @Argument DisableAccount.Input input) {
		return new DisableAccount.Payload(this.accounts.disable(viewer, input.id()));
	}

	@MutationMapping
	EnableAccount.Payload enableAccount(Viewer viewer, @Argument EnableAccount.Input input) {
		return new EnableAccount.Payload(this.accounts.enable(viewer, input.id()));
	}

	@MutationMapping
	ResetPassword.Payload resetPassword(Viewer viewer, @Argument ResetPassword.Input input) {
		return new ResetPassword.Payload(this.accounts.resetPassword(viewer, input));
	}

	@MutationMapping
	ChangePassword.Payload changePassword(Viewer viewer, @Argument ChangePassword.Input input) {
		return new ChangePassword.Payload(this.signIns.changePassword(viewer, input));
	}

}
